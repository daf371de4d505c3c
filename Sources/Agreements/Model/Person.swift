/// Somebody who may act; only what decisions read.
///
/// Names and addresses lie in rows that can be erased.
package struct Person: Codable, Sendable, Hashable, Identifiable {
    /// The identity of a person: all that an event says of them.
    package typealias ID = Identifier<Person>

    package var id: ID
    package var active: Bool
    /// When they were first noted to have left; what they did before keeps its worth.
    package var leftAt: Instant?
    /// The organisation's id in the register.
    package var organisation: String?
    package var unit: String?
    /// The language in which this person is written to; both languages when nil.
    package var language: Language?
    /// The salted hash of their name and addresses as they were entered; nil where those were entered before they were hashed.
    package var contact: String?

    package init(
        id: ID, active: Bool = true, organisation: String? = nil, unit: String? = nil,
        language: Language? = nil
    ) {
        self.id = id
        self.active = active
        self.organisation = organisation
        self.unit = unit
        self.language = language
    }

    /// Whether they are active at `instant`.
    package func isActive(at instant: Instant) -> Bool { active || leftAt.map { instant < $0 } ?? false }

    /// Notes that they left.
    package mutating func leave(at instant: Instant) {
        active = false
        leftAt = leftAt ?? instant
    }
}
