import Mail
import Synchronization
import TestSupport

/// Messages of the tests: addresses end in `.example`, every Message-ID is new unless given.
enum Fixture {
    private static let number = Atomic(0)

    static func freshID() throws -> MessageID {
        let next = number.add(1, ordering: .relaxed).newValue
        return try MessageID("<test.\(next).\(UInt64.random(in: 0...UInt64.max))@entente.example>")
    }

    static func message(
        id: MessageID? = nil, to: [String] = ["berg@lab.example"], cc: [String] = [],
        subject: String = "[Entente] Accusé de réception – LIA-2016-0042",
        text: String = "Bonjour,\n\n.\nFin.\n",
        html: String? = nil, extra: [Message.ExtraHeader] = []
    ) throws -> Message {
        try Message(
            id: id ?? freshID(), date: MailDate(secondsSince1970: 1_466_000_000),
            from: MailAddress("noreply@entente.example", name: "Entente"), to: to.map { try MailAddress($0) },
            cc: cc.map { try MailAddress($0) }, replyTo: MailAddress("contact@entente.example"),
            subject: subject, languages: ["fr", "en"], text: text, html: html, extra: extra)
    }

    static func mail(
        to: [String] = ["berg@lab.example"], id: MessageID? = nil, text: String = "Bonjour,\n\n.\nFin.\n"
    ) throws -> Mail {
        try Mail(message(id: id, to: to, text: text))
    }
}

extension Fixture {
    static func transport(to server: RecordingSMTP, limits: SMTPTimeLimits = .relay) throws -> SMTPTransport {
        SMTPTransport(
            try SMTPConfiguration(
                host: "127.0.0.1", port: server.port, security: .clearTextOnLoopback, limits: limits))
    }
}
