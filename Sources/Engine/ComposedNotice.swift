package import Agreements
package import FoundationEssentials

/// A notice with its text, ready to be stored in the transaction of its event.
package struct ComposedNotice: Sendable {
    package var id: UUID
    /// The event, by its number in the agreement.
    package var eventSeq: Int
    package var owed: OwedNotice
    /// Whether it asks somebody for a step, so that it stops being true when that step ends.
    package var asksForStep: Bool
    /// With its angle brackets, for ever the same.
    package var messageID: String
    package var to: Contact
    /// The contact address, where a copy is due.
    package var copy: String?
    package var subject: String
    /// Plain text; links are placeholders `{{link:PURPOSE}}`.
    package var text: String
    package var html: String
    /// RFC 5646 tag; `fr, en` where both are in it.
    package var language: String

    package init(
        id: UUID, eventSeq: Int, owed: OwedNotice, asksForStep: Bool = false, messageID: String, to: Contact,
        copy: String?, subject: String, text: String, html: String, language: String
    ) {
        self.id = id
        self.eventSeq = eventSeq
        self.owed = owed
        self.asksForStep = asksForStep
        self.messageID = messageID
        self.to = to
        self.copy = copy
        self.subject = subject
        self.text = text
        self.html = html
        self.language = language
    }
}
