import Agreements

/// What a state refuses with a code of its own is an act that neither it nor a state around it offers: where it is offered
/// its own conditions are asked, and the code never counts.
enum IdleRefusals: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        for process in draft.orderedProcesses.map(\.value) where process.isRead {
            for (index, state) in process.states.enumerated() {
                for act in state.refusals.keys.sorted() {
                    guard let offer = offer(of: act, around: index, in: process) else { continue }
                    let entry = process.outline.states[index].fields?["refuse"]
                    let owner = process.states[offer.source].id
                    log.report(
                        .conflict, at: entry?.place ?? process.place,
                        .init(
                            fr:
                                "\(state.id) refuse \(act), mais \(act) est offert tant qu’il est actif, par \(owner) : "
                                + "le refus ne sert jamais",
                            en:
                                "\(state.id) refuses \(act), but \(act) is offered while it is active, by \(owner): the refusal "
                                + "never counts"),
                        suggestion: LocalizedText(
                            fr: "une condition de \(act) à la ligne \(offer.place.line)",
                            en: "a condition of \(act) at line \(offer.place.line)"),
                        path: ProcessFlow(process).steps(toState: index))
                }
            }
        }
    }

    private static func offer(of act: String, around state: Int, in process: ProcessDraft) -> TransitionDraft?
    {
        let around = Set(process.outline.chain(state))
        return process.transitions.first {
            $0.isAct && $0.definition.event == act && around.contains($0.source)
        }
    }
}
