extension Workflow {
    /// Whether a notice asks somebody for a step.
    ///
    /// It is owed when the step begins, and goes to the role that the task is of, whoever hears of it beside.
    /// Reminders of the step are told by ``OwedNotice/isReminder``.
    package func asksForStep(_ owed: OwedNotice, in agreement: Agreement) -> Bool {
        guard let process = agreement.processes[owed.process],
            let state = processes[process.definition]?.states[owed.state], let task = state.task
        else { return false }
        return state.notices.contains { use in
            guard use.notice == owed.notice else { return false }
            let roles = use.to.isEmpty ? notices[use.notice]?.to ?? [] : use.to
            return roles.contains { $0.role == task.role.role }
        }
    }
}
