package import Agreements
package import FoundationEssentials

/// The news of one call for one of its subscribers, ready to be stored; a person is owed each piece of news once.
package struct ComposedCallMail: Codable, Sendable, Hashable {
    package var id: UUID
    package var person: Person.ID
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

    package init(
        id: UUID, person: Person.ID, messageID: String, name: String, address: String, subject: String,
        text: String, html: String, language: String, createdAt: Instant
    ) {
        self.id = id
        self.person = person
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
