import Expressions
import Statechart

extension Deliberation {
    /// Every process that runs, or may run again, has its states in `target`.
    func checkCounterparts(in target: Workflow) throws(Refusal) {
        var missing: [String] = []
        for process in agreement.processes.values.sorted(by: { $0.path < $1.path }) where mayRun(process) {
            missing += Self.lost(process, in: target).map { "\(process.path): \($0)" }
        }
        guard missing.isEmpty else { throw .noCounterpart(missing) }
    }

    /// Whether a process is active, or was cancelled and comes back if its owner is entered through history.
    private func mayRun(_ process: Process) -> Bool {
        switch process.status {
        case .active: return true
        case .ended: return false
        case .cancelled:
            let siblings = agreement.processes.values.filter {
                $0.parent == process.parent && $0.owner == process.owner
            }
            return siblings.map(\.ownerSeq).max() == process.ownerSeq
        }
    }

    /// The states of a process that the target has not; all when they cannot be active together there.
    private static func lost(_ process: Process, in target: Workflow) -> [String] {
        guard let definition = target.processes[process.definition] else { return process.state }
        let chart = definition.chart
        let unknown = process.configuration.filter { chart.index(of: $0) == nil }
        if !unknown.isEmpty { return unknown }
        let snapshot = Snapshot(atomicStates: process.state, history: process.history)
        let model = RuleModel(bindings: ValueMap(), act: nil, mayTake: { _ in false }, log: ReadLog())
        guard let session = try? Session(chart, restoring: snapshot, model: model) else {
            return process.state
        }
        let active = chart.ids(session.configuration.filter { $0 != Chart<Guard>.root })
        return Set(active) == Set(process.configuration) ? [] : process.state
    }
}

extension Refusal {
    fileprivate static func noCounterpart(_ states: [String]) -> Refusal {
        let list = states.joined(separator: ", ")
        return Refusal(
            code: "no_counterpart",
            text: LocalizedText(
                fr: "La version visée n’a pas d’équivalent pour \(list) : le dossier garde la sienne.",
                en: "The target version has no counterpart for \(list): the file keeps its own."),
            state: states)
    }
}
