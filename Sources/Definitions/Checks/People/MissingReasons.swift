import Agreements

/// An act that sets somebody back gives a reason.
///
/// What counts is what the act does, never its name: it ends the file other than well, it suspends or ends
/// the legal status, it gives work back to who had done it, or it makes a process say what sends the one
/// around it back. Nobody is asked to give reasons to themselves: going on after a return, or with work of
/// one's own, needs none.
enum MissingReasons: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        let setbacks = Setbacks(draft)
        for process in draft.orderedProcesses.map(\.value) where process.isRead {
            let flow = ProcessFlow(process)
            for (index, transition) in process.transitions.enumerated() {
                guard transition.isAct, !transition.harm.contains(.people),
                    !transition.definition.reasonRequired, let effect = setbacks.effect(of: index, in: flow)
                else { continue }
                let event = transition.definition.event
                let message = LocalizedText(
                    fr: "\(event) \(effect.fr) : il y faut un motif, mais aucun n’est demandé",
                    en: "\(event) \(effect.en): it needs a reason, but it asks for none")
                log.report(
                    .missingReason, at: transition.place, message, suggestion: "reason: required",
                    path: flow.steps(to: .transition(index)))
            }
        }
    }
}
