extension Delivery {
    /// What one recipient may count on.
    package enum Verdict: Sendable, Equatable {
        /// The server took responsibility: never send again.
        case accepted(Reply)
        /// Try again later: a 4xx reply, or a fault before the server could have taken the message.
        ///
        /// A 5xx that does not speak of this recipient or this message (greeting, TLS, login, sender) is one
        /// too.
        case transient(Reply)
        /// A 5xx reply to this recipient, or to the message: trying again cannot help.
        case permanent(Reply)
        /// The whole message was handed over but no answer came.
        ///
        /// The server may have it: send the same bytes again under the same Message-ID, and count the
        /// hand-over as ambiguous.
        case unknown(Reply)
        /// The caller's `proceed` said no, or the task was cancelled, before the message left: nothing was
        /// delivered.
        case withheld

        /// Accepted, and so to be left out of a retry.
        package var isAccepted: Bool {
            switch self {
            case .accepted: true
            case .transient, .permanent, .unknown, .withheld: false
            }
        }

        /// The server's words, or the fault's; nil when nothing was attempted.
        package var reply: Reply? {
            switch self {
            case .accepted(let reply), .transient(let reply), .permanent(let reply), .unknown(let reply):
                reply
            case .withheld: nil
            }
        }
    }

    /// A server's reply, or our own words for a fault, safe to store and show: no control characters, at
    /// most 200 characters, no secret.
    package struct Reply: Sendable, Equatable, CustomStringConvertible {
        /// How far the conversation had come.
        package let stage: SMTPStage
        /// The three digits of the reply; nil when there was none.
        package let code: Int?
        package let text: String

        /// What a server said at `stage`; `code` is nil where it said nothing.
        package init(stage: SMTPStage, code: Int?, text: String) {
            (self.stage, self.code) = (stage, code)
            self.text = HeaderText.clean(text, max: 200)
        }

        /// For example `RCPT TO: 550 5.1.1 No such user`.
        package var description: String {
            "\(stage.rawValue): \(code.map { "\($0) " } ?? "")\(text)"
        }
    }
}
