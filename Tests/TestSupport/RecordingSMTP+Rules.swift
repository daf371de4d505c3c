extension RecordingSMTP {
    /// How the server answers from now on; what is nil is answered as a healthy server would.
    ///
    /// A list is used up from its front and its last element stays, so `["450 later", "250 OK"]` is a server
    /// that recovers. Replies begin with their three digits; after a 421 the server closes the connection.
    package struct Rules: Sendable {
        package var greeting: [String]?
        package var mail: [String]?
        /// By address.
        package var recipients: [String: [String]] = [:]
        /// To the DATA command.
        package var data: [String]?
        /// To the final dot; stored only when it begins with 2.
        package var content: [String]?
        /// So many next messages are stored, then the connection is cut before the 250.
        package var cutAfterStore = 0
        /// So many next messages are stored, then nothing is answered.
        package var silentAfterStore = 0
        /// So many next connections get no greeting.
        package var silentGreetings = 0
        /// Text follows the answer to STARTTLS in the clear, as an attacker in the middle would put it.
        package var injectsBeforeTLS = false

        package init() {}

        var json: [String: Any] {
            var object: [String: Any] = [
                "cutAfterStore": cutAfterStore, "silentAfterStore": silentAfterStore,
                "silentGreeting": silentGreetings, "injectBeforeTLS": injectsBeforeTLS,
            ]
            object["greeting"] = greeting
            object["mail"] = mail
            object["data"] = data
            object["content"] = content
            for (address, replies) in recipients { object["rcpt:" + address] = replies }
            return object
        }
    }

    /// One message as the server stored it, before it answered.
    package struct Received: Sendable, Equatable {
        package let sender: String
        package let recipients: [String]
        package let bytes: [UInt8]
        /// Seconds since 1970 by the server's clock.
        package let receivedAt: Double
        package let overTLS: Bool
        package let helloName: String
        package let user: String

        /// The message as text.
        package var text: String { String(decoding: bytes, as: UTF8.self) }

        /// The `Message-ID` of its header, as a notice holds it.
        package var messageID: String? { header("Message-ID") }

        /// The value of a header, on one line.
        package func header(_ name: String) -> String? {
            let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
                .prefix { !$0.isEmpty }
            let start = name.lowercased() + ":"
            guard let first = lines.firstIndex(where: { $0.lowercased().hasPrefix(start) }) else {
                return nil
            }
            let folded = lines[(first + 1)...].prefix { $0.hasPrefix(" ") || $0.hasPrefix("\t") }
            let value = ([lines[first].dropFirst(start.count)] + folded).joined(separator: "")
            return value.trimmingPrefix(while: \.isWhitespace).description
        }
    }

    /// Why a server could not be started or told something.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    /// What the server offers.
    package enum Security: String, Sendable {
        case none
        case startTLS = "starttls"
        case implicitTLS = "tls"
    }
}
