import Agreements

/// A task's due date has a consequence: a timer, or a notice on that day or after it.
enum IdleDeadlines: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        for process in draft.orderedProcesses.map(\.value) where process.isRead {
            for (index, state) in process.states.enumerated() {
                guard let task = state.task, task.due != nil, process.harm[index] == nil else { continue }
                let escalates = task.reminders.contains { $0.offsets.contains { $0.count >= 0 } }
                guard !escalates, !hasTimer(index, process) else { continue }
                let message =
                    "the deadline of the task in \(state.id) has no consequence: no timer, and no notice after it"
                let place = process.outline.states[index].fields?["task"]?.place
                log.report(
                    .deadlineWithoutConsequence, at: place ?? process.place, message,
                    suggestion: "remind: [{ notice: …, at: [P10B], to: […] }]",
                    path: ProcessFlow(process).steps(toState: index))
            }
        }
    }

    /// Whether the state, one around it or one inside it has a clock of its own.
    private static func hasTimer(_ state: Int, _ process: ProcessDraft) -> Bool {
        (process.outline.chain(state) + process.outline.subtree(state)).contains {
            !process.states[$0].timers.isEmpty
        }
    }
}
