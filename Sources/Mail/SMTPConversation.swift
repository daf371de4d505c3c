/// What one SMTP conversation has said so far, and what it means for each recipient.
///
/// Pure: the transport feeds it the commands and reply lines that libcurl reports.
///
/// libcurl's own result says only whether the whole went well. Verdicts come from the replies: the n-th
/// answer to `RCPT` is the n-th recipient's.
package struct SMTPConversation: Sendable {
    /// The step whose answer is awaited.
    package private(set) var stage: SMTPStage = .connect
    /// True when the sender changed its mind before the first byte of the message.
    package private(set) var withheld = false
    /// True when the first command was MAIL: the connection was already open, and the server may have closed
    /// it unseen.
    package private(set) var usesOldConnection = false
    private var recipientReplies: [Delivery.Reply] = []
    private var messageReply: Delivery.Reply?
    private var lastReply: Delivery.Reply?
    private var lines: [String] = []
    private var isOver = false

    /// A conversation about to begin, on a new connection or an old one.
    package init() {}

    /// A command went out.
    ///
    /// The answers to a login's challenges are not commands and must not be read as one; after QUIT nothing
    /// that comes is an answer to us. (A QUIT before all else closes an older connection.)
    package mutating func sent(_ command: String) {
        guard lastReply?.code != 334 else { return }
        lines = []
        switch command.prefix(4).uppercased() {
        case "QUIT": isOver = stage != .connect
        case "EHLO", "HELO": stage = .hello
        case "STAR": stage = .startTLS
        case "AUTH": stage = .login
        case "MAIL":
            usesOldConnection = stage == .connect
            stage = .sender
        case "RCPT": stage = .recipient
        case "DATA": stage = .data
        default: break
        }
    }

    /// One reply line came in; the last line of a reply has no hyphen after its code (RFC 5321 section
    /// 4.2.1).
    package mutating func received(_ line: String) {
        guard !isOver else { return }
        if stage == .connect { stage = .greeting }
        let digits = line.prefix(3)
        guard digits.utf8.count == 3, let code = Int(digits), (200...599).contains(code) else { return }
        if lines.count < 10 { lines.append(String(line.dropFirst(4))) }
        guard !line.dropFirst(3).hasPrefix("-") else { return }
        let reply = Delivery.Reply(stage: stage, code: code, text: lines.joined(separator: " "))
        lines = []
        lastReply = reply
        if stage == .recipient { recipientReplies.append(reply) }
        if stage >= .data { messageReply = reply }
    }

    /// The server asked for the message and the first bytes are about to go.
    package mutating func contentBegins() {
        stage = .content
        messageReply = nil
    }

    /// All bytes are handed to libcurl, which ends them with the dot.
    package mutating func contentEnded() {
        stage = .afterContent
        messageReply = nil
    }

    /// The caller does not want the message sent any more.
    package mutating func withhold() { withheld = true }

    /// A verdict for each recipient.
    ///
    /// `fault` is what the transport says when no reply explains the end.
    package func delivery(of mail: Mail, fault: String?) -> Delivery {
        let entries = mail.recipients.enumerated().map { index, recipient in
            Delivery.Entry(recipient, verdict(index, fault: fault))
        }
        return Delivery(entries: entries)
    }

    private func verdict(_ index: Int, fault: String?) -> Delivery.Verdict {
        if index < recipientReplies.count, !isPositive(recipientReplies[index]) {
            return refusal(recipientReplies[index])
        }
        if withheld { return .withheld }
        if stage == .afterContent, index >= recipientReplies.count { return .unknown(explain(fault)) }
        guard index < recipientReplies.count else { return .transient(explain(fault)) }
        if let reply = messageReply {
            return isPositive(reply) ? positive(reply, fault: fault) : refusal(reply)
        }
        return stage == .afterContent ? .unknown(explain(fault)) : .transient(explain(fault))
    }

    /// A positive answer to the message accepts it; to `DATA` it accepts nothing yet.
    private func positive(_ reply: Delivery.Reply, fault: String?) -> Delivery.Verdict {
        reply.stage == .afterContent ? .accepted(reply) : .transient(explain(fault))
    }

    private func refusal(_ reply: Delivery.Reply) -> Delivery.Verdict {
        (reply.code ?? 0) >= 500 ? .permanent(reply) : .transient(reply)
    }

    private func isPositive(_ reply: Delivery.Reply) -> Bool { (reply.code ?? 599) < 400 }

    /// The refusing reply of this stage where there is one, else the transport's words.
    ///
    /// The answer to one recipient explains nothing about another, unless it is 421: the server leaves.
    private func explain(_ fault: String?) -> Delivery.Reply {
        if let lastReply, lastReply.stage == stage, !isPositive(lastReply),
            stage != .recipient || lastReply.code == 421
        {
            return lastReply
        }
        return Delivery.Reply(
            stage: stage, code: nil, text: fault ?? "the conversation ended without an answer")
    }
}
