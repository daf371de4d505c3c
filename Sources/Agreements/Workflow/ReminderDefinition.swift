/// Notices at days around a due date, each at 07:30 in the institution's zone.
package struct ReminderDefinition: Sendable {
    package var notice: String
    /// Whom it goes to; the notice's own recipients when empty.
    package var to: [RoleReference]
    /// Signed lengths from the due day, such as `-P14D`.
    package var offsets: [Period]
    /// What the offsets count from; the due date of the state's task when nil.
    package var base: DueRule?

    package init(notice: String, to: [RoleReference] = [], offsets: [Period], base: DueRule? = nil) {
        self.notice = notice
        self.to = to
        self.offsets = offsets
        self.base = base
    }
}
