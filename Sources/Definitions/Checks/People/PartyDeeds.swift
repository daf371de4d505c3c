import Agreements

/// What is done for the party of a process stands only where the process is about one, and a signature only in
/// an act, which says who signs what.
enum PartyDeeds: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        guard draft.tellsAll else { return }
        let items = ProcessItems(draft)
        for process in draft.orderedProcesses.map(\.value) where process.isRead {
            let flow = ProcessFlow(process)
            let isAboutParty = items.isAboutParty(process.name)
            for (index, transition) in process.transitions.enumerated() {
                for action in transition.definition.actions {
                    guard let problem = action.problem(isAboutParty, isInAct: transition.isAct) else {
                        continue
                    }
                    log.report(
                        .stepWithoutRole, at: transition.place, problem,
                        path: flow.steps(to: .transition(index)))
                }
            }
            for (index, state) in process.states.enumerated() {
                for problem in state.actions.compactMap({ $0.problem(isAboutParty, isInAct: false) }) {
                    let place = flow.outline.states[index].fields?["do"]?.place
                    log.report(
                        .stepWithoutRole, at: place ?? flow.outline.states[index].place, problem,
                        path: flow.steps(toState: index))
                }
            }
        }
    }
}

extension ActionDefinition {
    /// What makes it impossible, as a sentence.
    fileprivate func problem(_ isAboutParty: Bool, isInAct: Bool) -> LocalizedText? {
        let name: String
        switch self {
        case .signature: name = "signature"
        case .passOn: name = "pass_on"
        case .set, .reference, .register, .term, .assign, .release, .spawn, .voidSignatures, .call, .addParty,
            .removeParty, .addLab, .dropLab, .renew, .instrument, .tell:
            return nil
        }
        if !isAboutParty {
            return LocalizedText(
                fr:
                    "\(name) se fait pour la partie d’un processus, mais celui-ci n’est pas lancé pour chaque partie : forEach: party in …",
                en:
                    "\(name) is done for the party of a process, but this one is not started for each party: forEach: party in …"
            )
        }
        return isInAct
            ? nil
            : LocalizedText(
                fr: "\(name) est ce que fait une personne, mais ceci n’est pas un acte",
                en: "\(name) is what a person does, but this is no act")
    }
}
