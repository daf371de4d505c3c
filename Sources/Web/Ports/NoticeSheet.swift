package import Agreements

/// A notice as it was written, and what became of it.
package struct NoticeSheet: Sendable, Hashable {
    package var notice: String
    /// What it is about; nil, as ``subject`` and ``text`` are empty, for whoever sees nothing of the file's contents.
    package var file: File?
    package var recipient: String
    package var address: String
    package var copy: String?
    package var language: String
    package var subject: String
    package var text: String
    package var written: Instant
    package var status: LocalizedText
    package var messageID: String
    /// What each address was answered.
    package var verdicts: [Verdict] = []
    /// Where its job can be given another life; nil where it is not dead.
    package var redrive: String?
    /// What the office can note of it; nil when there is nothing.
    package var note: Note?
    /// Who saw to it, and what was done instead.
    package var acknowledged: String?

    /// What was written, and what became of it.
    package init(
        notice: String, recipient: String, address: String, copy: String?, language: String, subject: String,
        text: String, written: Instant, status: LocalizedText,
        messageID: String
    ) {
        (self.notice, self.recipient, self.address, self.copy) = (notice, recipient, address, copy)
        (self.language, self.subject, self.text) = (language, subject, text)
        (self.written, self.status, self.messageID) = (written, status, messageID)
    }

    /// The file of a notice.
    package struct File: Sendable, Hashable {
        package var name: LocalizedText
        package var path: String

        package init(name: LocalizedText, path: String) {
            self.name = name
            self.path = path
        }
    }

    /// What the office notes of a notice, with a reason.
    package enum Note: String, Sendable {
        /// It did not arrive, and this was done instead.
        case acknowledge
        /// Its mail came back after the other side had accepted it.
        case bounce
    }

    /// The answer of the other side's server for one address.
    package struct Verdict: Sendable, Hashable {
        package var address: String
        package var outcome: LocalizedText
        package var reply: LocalizedText

        package init(address: String, outcome: LocalizedText, reply: LocalizedText) {
            self.address = address
            self.outcome = outcome
            self.reply = reply
        }
    }
}
