/// How long each step of a hand-over may take.
///
/// A server that trickles bytes gains nothing: the limit runs from the command to the whole answer.
package struct SMTPTimeLimits: Sendable, Equatable {
    /// Name look-up and TCP; measured together with the greeting, since libcurl does not tell them apart.
    package var connect: Duration
    package var greeting: Duration
    package var command: Duration
    package var data: Duration
    package var content: Duration
    package var afterContent: Duration
    /// The whole hand-over; nil where the steps alone bound it.
    package var whole: Duration?

    /// The figures of RFC 5321 section 4.5.3.2 (connect: 30 s; content: 10 minutes for the whole message).
    package static let rfc5321 = SMTPTimeLimits(
        connect: .seconds(30), greeting: .seconds(300), command: .seconds(300), data: .seconds(120),
        content: .seconds(600), afterContent: .seconds(600))

    /// For a relay of one's own on a good network: a tenth of the RFC's figures, connect within 10 s.
    package static let relay = SMTPTimeLimits(
        connect: .seconds(10), greeting: .seconds(30), command: .seconds(30), data: .seconds(12),
        content: .seconds(60), afterContent: .seconds(60))

    /// A limit for each step of the conversation.
    package init(
        connect: Duration, greeting: Duration, command: Duration, data: Duration, content: Duration,
        afterContent: Duration
    ) {
        (self.connect, self.greeting, self.command) = (connect, greeting, command)
        (self.data, self.content, self.afterContent) = (data, content, afterContent)
    }

    /// The steps of a relay, with one limit from the first packet to the greeting, and one for the whole.
    package init(reach: Duration, whole: Duration) {
        self = .relay
        (connect, greeting, self.whole) = (.zero, reach, whole)
    }

    /// One limit for every step.
    package init(each limit: Duration) {
        self.init(
            connect: limit, greeting: limit, command: limit, data: limit, content: limit, afterContent: limit)
    }

    /// The longest that a hand-over to `recipients` recipients can last.
    package func total(recipients: Int) -> Duration {
        connect + greeting + command * (5 + recipients) + data + content + afterContent
    }

    subscript(stage: SMTPStage) -> Duration {
        switch stage {
        case .connect: connect + greeting
        case .greeting: greeting
        case .hello, .startTLS, .login, .sender, .recipient: command
        case .data: data
        case .content, .file: content
        case .afterContent: afterContent
        }
    }
}
