/// A step of an agreement that nobody can do from a day to a day.
package struct StaffingGap: Sendable, Hashable {
    package var agreement: Agreement.ID
    package var reference: String?
    /// The path of the process; of one that has not begun, the path that it would begin under.
    package var process: String
    package var state: String
    package var act: String
    /// Any of them would do.
    package var roles: [RoleReference]
    /// Whether the step is open today; else it can be reached from there.
    package var isOpen: Bool
    package var from: Day
    /// The last day of it.
    package var until: Day
    package var why: Why

    package init(
        agreement: Agreement.ID, reference: String?, process: String, state: String, act: String,
        roles: [RoleReference], isOpen: Bool, from: Day, until: Day, why: Why
    ) {
        self.agreement = agreement
        self.reference = reference
        self.process = process
        self.state = state
        self.act = act
        self.roles = roles
        self.isOpen = isOpen
        self.from = from
        self.until = until
        self.why = why
    }

    /// Why there is nobody.
    package enum Why: Sendable, Hashable {
        /// Nobody holds one of the roles, in their own name or for another.
        case nobody
        /// Whoever holds one and is not excluded is absent.
        case absent
        /// Whoever holds one did what these exclusive duties (by their refusals) set against the act.
        case excluded(duties: [String])
    }
}
