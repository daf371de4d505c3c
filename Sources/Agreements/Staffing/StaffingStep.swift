/// An act that people with one of some roles may be asked for, in one process of an agreement.
package struct StaffingStep: Sendable, Hashable {
    /// The path of the process; of one that has not begun, the path that it would begin under.
    package var process: String
    package var state: String
    package var act: String
    package var roles: [RoleReference]
    /// Whether the state is active now.
    package var isOpen: Bool
    /// Whether an act on the way will say who holds one of its roles.
    package var isNamedLater = false
    /// What narrows the roles.
    package var about: StaffingContext
}
