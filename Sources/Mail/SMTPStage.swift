/// The steps of a hand-over, in order; each waits for one answer.
package enum SMTPStage: String, Sendable, CaseIterable, Comparable {
    case connect
    case greeting
    case hello = "EHLO"
    case startTLS = "STARTTLS"
    case login = "AUTH"
    case sender = "MAIL FROM"
    case recipient = "RCPT TO"
    case data = "DATA"
    /// The bytes of the message are on their way.
    case content
    /// The final dot may have left; from here on the server may have the message.
    case afterContent = "end of data"
    /// A file is written instead (``OutboxFolder``).
    case file = "outbox"

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    package static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }
}
