/// The human step that a state asks of a role.
package struct TaskDefinition: Sendable {
    package var role: RoleReference
    package var title: LocalizedText
    package var due: DueRule?
    package var reminders: [ReminderDefinition]

    package init(
        role: RoleReference, title: LocalizedText, due: DueRule? = nil, reminders: [ReminderDefinition] = []
    ) {
        self.role = role
        self.title = title
        self.due = due
        self.reminders = reminders
    }
}
