import Agreements

/// The outcomes of child processes on which the process around them goes back or ends badly.
struct SentBack {
    /// By process: such outcomes.
    private let outcomes: [String: Set<String>]

    init(_ draft: WorkflowDraft) {
        let ends = BadEnds(draft)
        var outcomes: [String: Set<String>] = [:]
        for process in draft.orderedProcesses.map(\.value) where process.isRead {
            let flow = ProcessFlow(process)
            let dominators = Dominators(flow)
            for (index, transition) in process.transitions.enumerated() where !transition.isAct {
                guard dominators.goesBack(index) || ends.end(of: index, in: flow) != nil else { continue }
                for child in process.children where transition.definition.event.hasPrefix(child.name + ".") {
                    let outcome = String(transition.definition.event.dropFirst(child.name.count + 1))
                    outcomes[child.run, default: []].insert(outcome)
                }
            }
        }
        self.outcomes = outcomes
    }

    /// The outcome that an act gives, where it sends the process around it back.
    func outcome(of index: Int, in flow: ProcessFlow) -> String? {
        let bad = outcomes[flow.process.name] ?? []
        let given = flow.entered[index].sorted().compactMap { flow.process.states[$0].outcome }
        return given.first(where: bad.contains)
    }
}
