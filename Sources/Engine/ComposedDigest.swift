package import Agreements
package import FoundationEssentials

/// The summary of one morning for one person, ready to be stored; a person is owed one a day at most.
package struct ComposedDigest: Codable, Sendable, Hashable {
    package var id: UUID
    package var person: Person.ID
    /// The working day that it is of.
    package var day: Day
    package var kind: Kind
    /// With its angle brackets, for ever the same.
    package var messageID: String
    package var name: String
    package var address: String
    package var subject: String
    /// Plain text.
    package var text: String
    package var html: String
    /// RFC 5646 tag; `fr, en` where both are in it.
    package var language: String
    /// The legal instant of its state of things: the Date of the mail.
    package var createdAt: Instant

    /// What a digest tells; raw values are stored.
    package enum Kind: String, Codable, Sendable, Hashable {
        /// The open steps of its reader.
        case steps
        /// What is overdue, and on whom, and what failed: for the office.
        case office
    }

    package init(
        id: UUID, person: Person.ID, day: Day, kind: Kind, messageID: String, name: String, address: String,
        subject: String, text: String, html: String, language: String, createdAt: Instant
    ) {
        self.id = id
        self.person = person
        self.day = day
        self.kind = kind
        self.messageID = messageID
        self.name = name
        self.address = address
        self.subject = subject
        self.text = text
        self.html = html
        self.language = language
        self.createdAt = createdAt
    }
}
