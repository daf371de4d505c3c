/// What became of handing one mail to a transport, recipient by recipient.
///
/// A transport never throws: a fault of the network is a verdict too, and every recipient has one.
package struct Delivery: Sendable, Equatable {
    /// One `RCPT` and what is known about it.
    package struct Entry: Sendable, Equatable {
        package let recipient: MailAddress
        package let verdict: Verdict

        /// The verdict on one recipient.
        package init(_ recipient: MailAddress, _ verdict: Verdict) {
            (self.recipient, self.verdict) = (recipient, verdict)
        }
    }

    /// In the order of ``Mail/recipients``.
    package let entries: [Entry]

    package init(entries: [Entry]) { self.entries = entries }

    /// The same verdict for everyone.
    package init(_ verdict: Verdict, for mail: Mail) {
        entries = mail.recipients.map { Entry($0, verdict) }
    }

    /// The verdict for one mailbox, or nil when the mail did not name it.
    package subscript(recipient: MailAddress) -> Verdict? {
        entries.first { $0.recipient.isSameMailbox(as: recipient) }?.verdict
    }

    /// True when every recipient was accepted.
    package var isComplete: Bool { entries.allSatisfy { $0.verdict.isAccepted } }
}
