package import Agreements
package import FoundationEssentials

/// A notice as it was stored in the transaction of its event; its text never changes.
package struct StoredNotice: Sendable, Hashable {
    package var id: UUID
    /// The notice of the house, such as `N20`; the office's digest is `N36`, a person's `digest`.
    package var notice: String
    /// Nil for a digest, which speaks of many.
    package var agreement: Agreement.ID?
    package var messageID: String
    package var to: Contact
    package var copy: String?
    package var subject: String
    package var text: String
    package var html: String
    package var language: String
    /// The legal instant of its event: the Date of the mail, for ever the same.
    package var createdAt: Instant
    /// What its first attempt was written under; nil until then.
    package var letterhead: Letterhead?
    /// What each address was answered so far.
    package var verdicts: [NoticeVerdict]
    /// Whether it is no longer true and nobody can have received it: it was withdrawn, or its step has ended.
    package var withdrawn: Bool

    package init(
        id: UUID, notice: String, agreement: Agreement.ID?, messageID: String, to: Contact, copy: String?,
        subject: String, text: String, html: String, language: String, createdAt: Instant,
        letterhead: Letterhead?, verdicts: [NoticeVerdict], withdrawn: Bool
    ) {
        self.id = id
        self.notice = notice
        self.agreement = agreement
        self.messageID = messageID
        self.to = to
        self.copy = copy
        self.subject = subject
        self.text = text
        self.html = html
        self.language = language
        self.createdAt = createdAt
        self.letterhead = letterhead
        self.verdicts = verdicts
        self.withdrawn = withdrawn
    }
}

/// What the mail server last said of one address of a notice.
package struct NoticeVerdict: Codable, Sendable, Hashable {
    package var address: String
    package var outcome: Outcome
    /// The server's cleaned words.
    package var reply: String

    /// What became of one address.
    package enum Outcome: String, Codable, Sendable, Hashable {
        case accepted, transient, permanent, unknown, withheld
    }

    package init(address: String, outcome: Outcome, reply: String) {
        self.address = address
        self.outcome = outcome
        self.reply = reply
    }
}
