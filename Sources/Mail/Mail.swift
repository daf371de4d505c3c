/// A message with its envelope: what is said, and to whom it is handed in this transaction.
///
/// A retry names fewer recipients in the envelope; the message and its bytes stay the same.
package struct Mail: Sendable, Equatable {
    package let message: Message

    /// `MAIL FROM`: where bounces go.
    package let sender: MailAddress

    /// `RCPT TO`, in this order, each mailbox once; at least one, at most 100.
    package let recipients: [MailAddress]

    /// Hands `message` to `recipients`, or to everyone in its To and Cc when nil; `sender` is From when nil.
    ///
    /// - Throws: ``Message/Invalid`` when there is no recipient or there are more than 100.
    package init(
        _ message: Message, sender: MailAddress? = nil, recipients: [MailAddress]? = nil
    ) throws(Message.Invalid) {
        var seen: Set<String> = []
        let once = (recipients ?? message.to + message.cc).filter { seen.insert($0.text).inserted }
        guard !once.isEmpty else { throw .noRecipient }
        guard once.count <= 100 else { throw .tooManyRecipients }
        self.message = message
        self.sender = sender ?? message.from
        self.recipients = once
    }
}
