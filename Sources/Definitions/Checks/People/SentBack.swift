import Agreements

/// The outcomes of child processes on which the process around them goes back or ends badly, or the agreement is
/// suspended or ends.
struct SentBack {
    /// By process: such outcomes, each with what it does, in words.
    private let outcomes: [String: [String: String]]

    init(_ draft: WorkflowDraft) {
        let ends = BadEnds(draft)
        var outcomes: [String: [String: String]] = [:]
        for process in draft.orderedProcesses.map(\.value) where process.isRead {
            let flow = ProcessFlow(process)
            let dominators = Dominators(flow)
            for (index, transition) in process.transitions.enumerated() where !transition.isAct {
                var effect: String?
                if let status = LegalSetback.status(after: index, in: flow) {
                    effect = "makes the agreement \(status)"
                }
                if dominators.goesBack(index) || ends.end(of: index, in: flow) != nil {
                    effect = "sends the process around it back"
                }
                guard let effect else { continue }
                for child in process.children where transition.definition.event.hasPrefix(child.name + ".") {
                    let outcome = String(transition.definition.event.dropFirst(child.name.count + 1))
                    outcomes[child.run, default: [:]][outcome] = effect
                }
            }
        }
        self.outcomes = outcomes
    }

    /// The outcome that an act gives, and what it does, where it sets the process around it back.
    func outcome(of index: Int, in flow: ProcessFlow) -> (outcome: String, effect: String)? {
        let bad = outcomes[flow.process.name] ?? [:]
        let given = flow.entered[index].sorted().compactMap { flow.process.states[$0].outcome }
        return given.first { bad[$0] != nil }.flatMap { outcome in bad[outcome].map { (outcome, $0) } }
    }
}
