import Agreements

/// What a timer says is heard: by its state, a state around it or one inside it.
enum DeafTimers: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        for process in draft.orderedProcesses.map(\.value) where process.isSound {
            for (index, state) in process.states.enumerated() where !state.timers.isEmpty {
                let near = Set(process.outline.chain(index) + process.outline.subtree(index))
                let heard = Set(
                    process.transitions.filter { near.contains($0.source) }.map(\.definition.event))
                for timer in state.timers where !heard.contains(timer.event) {
                    let place = process.outline.states[index].fields?["timers"]?.place
                    let message =
                        LocalizedText(
                            fr:
                                "rien dans \(state.id) n’entend l’événement \(timer.event) de son délai \(timer.name)",
                            en:
                                "nothing in \(state.id) hears the event \(timer.event) of its timer \(timer.name)"
                        )
                    let suggestion = Spelling.nearest(to: timer.event, in: heard)
                    log.report(.deafTimer, at: place ?? process.place, message, suggestion: suggestion)
                }
            }
        }
    }
}
