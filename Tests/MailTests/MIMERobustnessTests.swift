import Foundation
import Mail
import Testing

/// What must hold for any text whatever; the reader below is independent of the encoder.
@Suite("Hostile text in a message")
struct MIMERobustnessTests {
    private static let hostile = [
        "plain", "", " ", "\r\nBcc: thief@x.example", "a\r\n\r\nbody", "a\nb", "a\rb", "\0", "\u{1B}[31m",
        "=?UTF-8?Q?x?=",
        "é\r\n.\r\nMAIL FROM:<x@y.example>", "\n.\n", "\r\n.\r\n", ".", "..", "From me", "=", "=\n",
        "tab\t \n",
        "\u{2028}x\u{2029}y", "\u{202E}gnp.exe", String(repeating: "x", count: 3000),
        String(repeating: "é", count: 1500), String(repeating: "한국어 ", count: 300),
        "e" + String(repeating: "\u{301}", count: 500), "👩‍👩‍👧‍👦🇫🇷" + String(repeating: "👩‍👩‍👧‍👦", count: 40),
        "\"quoted\" \\ back",
        String(repeating: "word ", count: 400), "a,b;c:d<e>@f", "\u{FEFF}bom", "\u{85}nel",
        "\u{A0}", "a \u{A0}\u{202F} b", "objet\u{A0}: 1\u{202F}000\u{A0}€",
    ]

    @Test(
        "No text can add a header, end the message, or make a line that a server may cut", arguments: hostile)
    func wireForm(text: String) throws {
        let bytes = MIMEEncoder.encode(try message(text))
        var lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
        #expect(lines.removeLast().isEmpty)
        for line in lines {
            #expect(line.utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x09 })
            #expect(line.utf8.count <= 78 && !line.hasPrefix(".") && !line.hasPrefix("From "))
        }
        let names = lines.prefix { !$0.isEmpty }.filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
        #expect(
            names == [
                "Date", "From", "To", "Cc", "Reply-To", "Subject", "Message-ID", "Auto-Submitted",
                "Content-Language",
                "MIME-Version", "Content-Type",
            ])
    }

    @Test("Python's mail reader finds the same subject, names and bodies", arguments: hostile)
    func readBack(text: String) throws {
        let message = try message(text)
        let read = try MIMEReader.read(MIMEEncoder.encode(message))
        #expect(read["subject"] == message.subject)
        #expect(read["name"] == (message.to[0].name ?? ""))
        #expect(read["addresses"] == "berg@lab.example|kim@snu.example|contact@entente.example")
        #expect(read["defects"] == "")
        #expect(read["plain"] == canonical(text))
        #expect(read["html"] == canonical(text))
    }

    private func message(_ text: String) throws -> Message {
        try Message(
            id: MessageID("<hostile@entente.example>"), date: MailDate(secondsSince1970: 1),
            from: MailAddress("noreply@entente.example", name: text),
            to: [MailAddress("berg@lab.example", name: text), MailAddress("kim@snu.example", name: text)],
            cc: [MailAddress("contact@entente.example")],
            replyTo: MailAddress("contact@entente.example", name: text),
            subject: text, languages: ["fr"], text: text, html: text)
    }

    /// The promise about bodies, written another way: line ends made one, none at the end, controls shown.
    private func canonical(_ text: String) -> String {
        var lines = text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(
            of: "\r", with: "\n"
        )
        .components(separatedBy: "\n")
        while lines.count > 1, lines.last == "" { lines.removeLast() }
        let scalars = lines.joined(separator: "\n").unicodeScalars.map { scalar -> Unicode.Scalar in
            scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
                ? "\u{FFFD}" : scalar
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
