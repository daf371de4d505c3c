import Agreements

/// A task's due date has a consequence: a timer that rings on that day or later and does something, or a
/// notice on that day or after it; or a timer ends the state before.
enum IdleDeadlines: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        for process in draft.orderedProcesses.map(\.value) where process.isRead {
            for (index, state) in process.states.enumerated() {
                guard let task = state.task, let due = task.due, process.harm[index] == nil else { continue }
                guard !task.reminders.contains(where: { $0.mayComeLate(for: due) }),
                    !hasConsequence(due, of: index, in: process)
                else { continue }
                let message = LocalizedText(
                    fr: "l’échéance de la tâche dans \(state.id) est sans suite : "
                        + "aucun délai ne fait quelque chose alors, et aucun avis ne la suit",
                    en: "the deadline of the task in \(state.id) has no consequence: "
                        + "no timer that does something then, and no notice after it")
                let place = process.outline.states[index].fields?["task"]?.place
                log.report(
                    .deadlineWithoutConsequence, at: place ?? process.place, message,
                    suggestion: "remind: [{ notice: …, at: [P10B], to: […] }]",
                    path: ProcessFlow(process).steps(toState: index))
            }
        }
    }

    /// Whether a clock of the state, of one around it or of one inside it rings on the due date or later, and
    /// what it gives is not passed over in silence.
    private static func hasConsequence(_ due: DueRule, of state: Int, in process: ProcessDraft) -> Bool {
        (process.outline.chain(state) + process.outline.subtree(state)).contains { owner in
            process.states[owner].timers.contains { timer in
                mayRing(timer, of: owner, at: due, of: state, process) && doesSomething(timer, owner, process)
                    || ends(timer, owner, state, process)
            }
        }
    }

    /// Whether a timer certainly ends the state: then it is left before the due date, if it rings before.
    private static func ends(
        _ timer: TimerDefinition, _ owner: Int, _ state: Int, _ process: ProcessDraft
    ) -> Bool {
        let inside = Set(process.outline.subtree(state).dropFirst())
        return process.transitions.contains { transition in
            process.outline.chain(owner).contains(transition.source)
                && transition.definition.event == timer.event && transition.condition == nil
                && !transition.targets.isEmpty && transition.targets.allSatisfy { !inside.contains($0.state) }
        }
    }

    /// Whether a timer may ring when the task is due, or later: those that count from one entry, or from one
    /// day, are compared.
    private static func mayRing(
        _ timer: TimerDefinition, of owner: Int, at due: DueRule, of state: Int, _ process: ProcessDraft
    ) -> Bool {
        guard timer.due.origin == due.origin, due.origin != .date else { return true }
        if due.origin == .entry, isEnteredLater(owner, than: state, process) { return true }
        return DueSpan(timer.due, [:]).days.upperBound >= DueSpan(due, [:]).days.lowerBound
    }

    /// Whether a state inside another may be entered by itself, after that.
    private static func isEnteredLater(_ owner: Int, than state: Int, _ process: ProcessDraft) -> Bool {
        guard owner != state, process.outline.subtree(state).contains(owner) else { return false }
        let between = Set(process.outline.chain(owner)).subtracting(process.outline.chain(state))
        let isDefault = Entering(outline: process.outline).byDefault(state).contains(owner)
        return !isDefault
            || process.transitions.contains { transition in
                transition.targets.contains { target in
                    switch target {
                    case .state(let entered): between.contains(entered)
                    case .history: true
                    }
                }
            }
    }

    /// Whether something follows what a timer gives: a way on, an action or a notice.
    private static func doesSomething(
        _ timer: TimerDefinition, _ owner: Int, _ process: ProcessDraft
    ) -> Bool {
        let near = Set(process.outline.chain(owner) + process.outline.subtree(owner))
        return timer.event == "window.opens"
            || process.transitions.contains { transition in
                near.contains(transition.source) && transition.definition.event == timer.event
                    && (!transition.harm.isEmpty || !transition.targets.isEmpty
                        || !transition.definition.actions.isEmpty || !transition.definition.notices.isEmpty)
            }
    }
}

extension ReminderDefinition {
    /// Whether a notice of it may go on the day of a deadline or later; one that counts from another day than the
    /// deadline does where it is sent after that day.
    fileprivate func mayComeLate(for due: DueRule) -> Bool {
        offsets.contains { offset in
            guard let base, base.origin == due.origin, base.origin != .date else { return offset.count >= 0 }
            let latest = DueSpan(base, [:]).days.upperBound + offset.days.upperBound
            return latest >= DueSpan(due, [:]).days.lowerBound
        }
    }
}
