import Agreements

/// The outcomes of child processes on which the process around them goes back or ends badly, or the agreement is
/// suspended or ends.
struct SentBack {
    /// By process: such outcomes, each with what it does, in words.
    private let outcomes: [String: [String: LocalizedText]]

    init(_ draft: WorkflowDraft) {
        let ends = BadEnds(draft)
        var outcomes: [String: [String: LocalizedText]] = [:]
        for process in draft.orderedProcesses.map(\.value) where process.isRead {
            let flow = ProcessFlow(process)
            let dominators = Dominators(flow)
            for (index, transition) in process.transitions.enumerated() where !transition.isAct {
                let isBack = dominators.goesBack(index) || ends.end(of: index, in: flow) != nil
                guard
                    let effect = isBack ? Self.sendsBack : LegalSetback.status(after: index, in: flow)
                else { continue }
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

    private static let sendsBack = LocalizedText(
        fr: "renvoie en arrière le processus qui l’entoure", en: "sends the process around it back")

    /// The outcome that an act gives, and what it does, where it sets the process around it back.
    func outcome(of index: Int, in flow: ProcessFlow) -> (
        outcome: String, effect: LocalizedText
    )? {
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
