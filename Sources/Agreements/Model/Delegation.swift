/// The right to act for another in one role, personal and dated; it cannot be passed on.
package struct Delegation: Codable, Sendable, Hashable, Identifiable {
    /// The identity of a delegation, as events quote it.
    package typealias ID = Identifier<Delegation>

    package var id: ID
    package var grantor: Person.ID
    package var grantee: Person.ID
    package var role: String
    package var scope: Scope
    package var from: Instant
    /// Exclusive; nil while it is open.
    package var until: Instant?
    package var revokedAt: Instant?

    package init(
        id: ID, grantor: Person.ID, grantee: Person.ID, role: String, scope: Scope, from: Instant,
        until: Instant? = nil, revokedAt: Instant? = nil
    ) {
        self.id = id
        self.grantor = grantor
        self.grantee = grantee
        self.role = role
        self.scope = scope
        self.from = from
        self.until = until
        self.revokedAt = revokedAt
    }

    /// Whether it holds at `instant`; the grantor must hold the role then, too.
    package func holds(at instant: Instant) -> Bool {
        from <= instant && (until.map { instant < $0 } ?? true) && (revokedAt.map { instant < $0 } ?? true)
    }
}
