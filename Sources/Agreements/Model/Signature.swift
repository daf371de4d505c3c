/// A signature as it was recorded: who, for which party, in what capacity, on which text.
package struct Signature: Codable, Sendable, Hashable {
    package var seq: Int
    package var party: String
    package var person: Person.ID
    /// The person for whom they signed under a delegation.
    package var onBehalfOf: Person.ID?
    package var capacity: String
    package var level: String?
    /// The date on the document.
    package var dated: Day
    package var received: Day
    /// The process whose text was signed; nil for the life's.
    package var process: String?
    /// The SHA-256 of what was signed.
    package var sha256: String
    /// Whether it does not count: of another version, or of a text that was replaced.
    package var void: Bool

    /// Whom it binds to one party: who signed and for whom.
    package var signatories: [Person.ID] { [person, onBehalfOf].compactMap(\.self) }

    package init(
        seq: Int, party: String, person: Person.ID, onBehalfOf: Person.ID? = nil, capacity: String,
        level: String?, dated: Day,
        received: Day, process: String? = nil, sha256: String, void: Bool
    ) {
        self.seq = seq
        self.party = party
        self.person = person
        self.onBehalfOf = onBehalfOf
        self.capacity = capacity
        self.level = level
        self.dated = dated
        self.received = received
        self.process = process
        self.sha256 = sha256
        self.void = void
    }
}
