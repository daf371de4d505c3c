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
                let isBack = dominators.goesBack(index) || ends.end(of: index, in: flow) != nil
                let status = LegalSetback.status(after: index, in: flow)
                guard isBack || status != nil else { continue }
                let effect =
                    isBack ? "sends the process around it back" : "makes the agreement \(status ?? "")"
                for child in process.children where transition.definition.event.hasPrefix(child.name + ".") {
                    let outcome = String(transition.definition.event.dropFirst(child.name.count + 1))
                    // The only way in which a child ends is how it is done, not a decision upon anybody.
                    guard isBack || draft.outcomes(of: child.run).count > 1 else { continue }
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

extension WorkflowDraft {
    /// What a child process can say.
    fileprivate func outcomes(of run: String) -> Set<String> {
        Set(processes[run]?.value.states.compactMap(\.outcome) ?? [])
    }
}
