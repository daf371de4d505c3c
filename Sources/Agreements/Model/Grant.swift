/// A role that a person holds from a day to a day, for all agreements or for those in its scope.
package struct Grant: Codable, Sendable, Hashable, Identifiable {
    /// The identity of a grant.
    package typealias ID = Identifier<Grant>

    package var id: ID
    package var person: Person.ID
    package var role: String
    package var scope: Scope
    package var from: Instant
    /// Exclusive; nil while it is open.
    package var until: Instant?

    package init(id: ID, person: Person.ID, role: String, scope: Scope, from: Instant, until: Instant? = nil)
    {
        self.id = id
        self.person = person
        self.role = role
        self.scope = scope
        self.from = from
        self.until = until
    }

    /// Whether it holds at `instant`.
    package func holds(at instant: Instant) -> Bool {
        from <= instant && (until.map { instant < $0 } ?? true)
    }
}
