import Agreements

/// A state that is not an end waits for something: itself or a state around it has a transition.
enum WaitingStates: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        for process in draft.orderedProcesses.map(\.value) where process.isSound {
            let sources = Set(process.transitions.map(\.source))
            for (index, state) in process.outline.states.enumerated() where state.kind == .atomic {
                guard process.outline.chain(index).allSatisfy({ !sources.contains($0) }) else { continue }
                let message = LocalizedText(
                    fr: "l’état \(state.path) n’attend rien : rien n’en sort et il n’est pas une fin",
                    en: "the state \(state.path) waits for nothing: it has no way out and is not final")
                log.report(.waitsForNothing, at: state.place, message)
            }
        }
    }
}
