import Mail
import Testing

@Suite("The bytes of a message")
struct MIMEEncoderTests {
    @Test("A French notice in two forms is this text, byte for byte")
    func golden() throws {
        let message = try Message(
            id: MessageID("<n.42@entente.example>"), date: MailDate(secondsSince1970: 1_466_000_000),
            from: MailAddress("noreply@entente.example", name: "Entente"),
            to: [MailAddress("a.berg@lab.example", name: "Dr A. Berg")],
            cc: [MailAddress("contact@entente.example", name: "Bureau européen")],
            replyTo: MailAddress("contact@entente.example"),
            subject: "[Entente] Accusé de réception – LIA-2016-0042 – 15 juin 2016", languages: ["fr", "en"],
            text: "Bonjour,\n\n.Votre dossier est déposé.\nFrom here on = suite \n", html: "<p>Bonjour</p>",
            extra: [.agreement("LIA-2016-0042")])
        let lines = [
            "Date: Wed, 15 Jun 2016 14:13:20 +0000", "From: Entente <noreply@entente.example>",
            "To: \"Dr A. Berg\" <a.berg@lab.example>",
            "Cc: =?UTF-8?Q?Bureau_europ=C3=A9en?= <contact@entente.example>",
            "Reply-To: contact@entente.example",
            "Subject: =?UTF-8?Q?=5BEntente=5D_Accus=C3=A9_de_r=C3=A9ception_=E2=80=93_L?=",
            " =?UTF-8?Q?IA-2016-0042_=E2=80=93_15_juin_2016?=", "Message-ID: <n.42@entente.example>",
            "X-Entente-Agreement: LIA-2016-0042", "Auto-Submitted: auto-generated",
            "Content-Language: fr, en",
            "MIME-Version: 1.0", "Content-Type: multipart/alternative;", " boundary=\"BOUNDARY\"", "",
            "--BOUNDARY",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
            "Bonjour,",
            "", "=2EVotre dossier est d=C3=A9pos=C3=A9.", "=46rom here on =3D suite=20", "--BOUNDARY",
            "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
            "<p>Bonjour</p>", "--BOUNDARY--", "",
        ]
        let text = String(decoding: MIMEEncoder.encode(message), as: UTF8.self)
        let boundary = try #require(text.firstMatch(of: /boundary="(=_[0-9a-f]{32})"/)?.1)
        #expect(text == lines.joined(separator: "\r\n").replacing("BOUNDARY", with: boundary))
    }

    @Test(
        "A subject keeps its no-break spaces, in an encoded word; one alone is nothing",
        arguments: [
            ("À signer\u{A0}: 1\u{202F}000\u{A0}€", "À signer\u{A0}: 1\u{202F}000\u{A0}€"),
            ("Ends\u{A0}on  \u{A0} Monday", "Ends\u{A0}on Monday"), ("\u{202F}", ""),
        ])
    func noBreakSpaces(text: String, subject: String) throws {
        let message = try Fixture.message(subject: text, html: "<p>x</p>")
        #expect(message.subject == subject)
        #expect(MIMEEncoder.encode(message).allSatisfy { $0 < 0x80 })
        #expect(try MIMEReader.read(MIMEEncoder.encode(message))["subject"] == subject)
    }

    @Test("The same message gives the same bytes; another Message-ID another boundary")
    func deterministic() throws {
        let id = try Fixture.freshID()
        let one = MIMEEncoder.encode(try Fixture.message(id: id, html: "<p>x</p>"))
        #expect(one == MIMEEncoder.encode(try Fixture.message(id: id, html: "<p>x</p>")))
        #expect(one != MIMEEncoder.encode(try Fixture.message(html: "<p>x</p>")))
    }

    @Test(
        "A date is written as RFC 5322 asks",
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 +0000"), (951_782_399, "Mon, 28 Feb 2000 23:59:59 +0000"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 +0000"),
            (4_107_542_399, "Sun, 28 Feb 2100 23:59:59 +0000"),
            (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 +0000"), (-5, "Thu, 01 Jan 1970 00:00:00 +0000"),
        ] as [(Int64, String)])
    func date(seconds: Int64, text: String) {
        #expect(MailDate(secondsSince1970: seconds).rfc5322 == text)
    }

    @Test(
        "A Message-ID is one bracketed pair of atoms",
        arguments: [
            "", "a@b", "<a@b", "<a b@c>", "<a@b>\r\nX: y", "<a@b@c>", "<@b>", "<a..b@c>", "<é@b>", "<a@b>>",
        ])
    func messageID(text: String) {
        #expect(throws: Message.Invalid.messageID) { try MessageID(text) }
    }

    @Test(
        "A header value that is not a token is refused",
        arguments: [.agreement("a b"), .agreement(""), .notice("x\r\nBcc: y"), .references([])]
            as [Message.ExtraHeader])
    func extraHeader(header: Message.ExtraHeader) {
        #expect(throws: Message.Invalid.self) { try Fixture.message(extra: [header]) }
    }

    @Test("A message without recipients, with too many, or with a vast body is refused")
    func limits() throws {
        #expect(throws: Message.Invalid.noRecipient) { try Fixture.message(to: []) }
        let crowd = (0...100).map { "p\($0)@lab.example" }
        #expect(throws: Message.Invalid.tooManyRecipients) { try Fixture.message(to: crowd) }
        let vast = String(repeating: "x", count: 1 << 20 | 1)
        #expect(throws: Message.Invalid.bodyTooLong) { try Fixture.message(text: vast) }
    }

    @Test("An envelope names each mailbox once, in order, and is apart from the headers")
    func envelope() throws {
        let message = try Fixture.message(to: ["a@x.example", "b@x.example"], cc: ["a@X.example"])
        #expect(try Mail(message).recipients.map(\.text) == ["a@x.example", "b@x.example"])
        let retry = try Mail(message, recipients: [MailAddress("b@x.example")])
        #expect(retry.recipients.map(\.text) == ["b@x.example"] && retry.message == message)
    }
}
