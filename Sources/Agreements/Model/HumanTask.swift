/// A step that an active state asks of a role, while it is open.
package struct HumanTask: Codable, Sendable, Hashable, Identifiable {
    /// The identity of one asking: a state entered again asks anew.
    package typealias ID = Identifier<HumanTask>

    package var id: ID
    package var process: String
    package var state: String
    package var role: RoleReference
    /// The party or person that narrows the role, where it is narrowed.
    package var narrowedTo: String?
    package var openedAt: Instant
    package var due: Deadline?

    package init(
        id: ID, process: String, state: String, role: RoleReference, narrowedTo: String?, openedAt: Instant,
        due: Deadline?
    ) {
        self.id = id
        self.process = process
        self.state = state
        self.role = role
        self.narrowedTo = narrowedTo
        self.openedAt = openedAt
        self.due = due
    }
}
