import Statechart

extension Deliberation {
    /// The states that were entered through history: what is restored, and the state whose history it is.
    static func resumedStates(_ microsteps: [Microstep], _ chart: Chart<Guard>) -> Set<String> {
        var resumed: Set<String> = []
        for microstep in microsteps {
            resumed.formUnion(microstep.entered.filter(\.isRestored).map(\.id))
            for target in microstep.transitions.flatMap({ chart.transitions[$0.index].targets })
            where chart.states[target].isHistory {
                if let parent = chart.states[target].parent { resumed.insert(chart.id(parent)) }
            }
        }
        return resumed
    }

    /// Takes back the children that `state` had when it was left, those that ended included; returns their names.
    ///
    /// A cancelled one goes on where it stood, its periods started anew.
    mutating func resumeChildren(of state: String, _ draft: inout Draft) -> Set<String> {
        let path = draft.delivery.path
        let former = agreement.processes.values.filter { $0.parent == path && $0.owner == state }
        guard let last = former.map(\.ownerSeq).max() else { return [] }
        let children = former.filter { $0.ownerSeq == last }.sorted { $0.path < $1.path }
        for child in children {
            record(.processResumed(path: child.path, ownerSeq: draft.seq), in: &draft)
            if child.status == .cancelled { pending.append(.resume(path: child.path)) }
        }
        return Set(children.map(\.name))
    }

    /// Begins again what the active states of a process ask for.
    mutating func resume(_ path: String) throws(Refusal) {
        guard let process = agreement.processes[path], process.status == .active,
            let definition = workflow.processes[process.definition]
        else { return }
        var draft = Draft(
            Delivery(.resumed, to: path, authority: .system("process")), seq: agreement.seq + 1,
            from: process.state)
        let movement = Movement(
            configuration: process.configuration, state: process.state, history: process.history, left: [],
            entered: process.configuration, at: now == recordedAt ? nil : now)
        record(.moved(path: path, movement: movement), in: &draft)
        for state in definition.activeStates(of: process) { try begin(state, resuming: true, &draft) }
        try seal(draft)
    }
}
