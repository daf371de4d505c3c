import Mail
import Testing

@Suite("A mail address")
struct MailAddressTests {
    @Test(
        "A plain address is taken as it is, its domain in lower case",
        arguments: [
            ("berg@lab.example", "berg@lab.example"),
            ("A.Berg+lia@Lab.EXAMPLE", "A.Berg+lia@lab.example"),
            ("o'neill_{x}@a-b.c.example", "o'neill_{x}@a-b.c.example"),
            ("x@xn--mnchen-3ya.example", "x@xn--mnchen-3ya.example"),
            (
                String(repeating: "a", count: 64) + "@b.example",
                String(repeating: "a", count: 64) + "@b.example"
            ),
        ])
    func accepted(text: String, kept: String) throws {
        #expect(try MailAddress(text).text == kept)
    }

    @Test(
        "What could end a header, name several people or never be delivered is refused with its reason",
        arguments: refused)
    func refusal(text: String, reason: MailAddress.Invalid) {
        #expect(throws: reason) { try MailAddress(text) }
    }

    private static let refused: [(String, MailAddress.Invalid)] = [
        ("", .empty), ("berg", .noAtSign), ("a@b.example\r\nBcc: c@d.example", .controlCharacter),
        ("a@b.example\n", .controlCharacter), ("a\0@b.example", .controlCharacter),
        ("a@b.example\u{85}", .controlCharacter), ("a@b.example,c@d.example", .severalAddresses),
        ("a@b.example;c@d.example", .severalAddresses), ("a@b@c.example", .severalAddresses),
        ("a b@c.example", .space), (" a@c.example", .space), ("<a@b.example>", .forbiddenCharacter("<")),
        ("a(x)@b.example", .forbiddenCharacter("(")), ("\"a\"@b.example", .quotedLocalPart),
        ("a\\b@c.example", .quotedLocalPart), ("@b.example", .emptyLocalPart),
        (".a@b.example", .misplacedDot),
        ("a.@b.example", .misplacedDot), ("a..b@c.example", .misplacedDot),
        ("é@b.example", .notASCII(.localPart)),
        ("a@münchen.example", .notASCII(.domain)), ("a@[127.0.0.1]", .addressLiteral),
        ("a@localhost", .badDomain),
        ("a@b..example", .badDomain), ("a@-b.example", .badDomain), ("a@b.example-", .badDomain),
        ("a@b_c.example", .badDomain), ("a@10.0.0.1", .badDomain), ("a@", .badDomain),
        ("a@b.example.", .badDomain),
        (String(repeating: "a", count: 65) + "@b.example", .tooLong),
        ("a@" + String(repeating: "b.", count: 125) + "example", .tooLong),
        (String(repeating: "a", count: 400), .tooLong), ("a@b.example\u{202E}", .notASCII(.domain)),
    ]

    @Test("A name shown beside an address loses what could disguise it or end the line")
    func displayName() throws {
        let name = "Dr\r\nBcc: x@y.example\u{202E} A.\t Berg\u{200B}"
        #expect(try MailAddress("a@b.example", name: name).name == "Dr Bcc: x@y.example A. Berg")
        #expect(try MailAddress("a@b.example", name: " \u{200B} ").name == nil)
        #expect(try MailAddress("a@b.example", name: String(repeating: "n", count: 500)).name?.count == 120)
    }

    @Test("Every reason reads as one line and repeats no address")
    func reasons() {
        for (text, reason) in Self.refused where text.count > 1 {
            #expect(!"\(reason)".contains(text) && !"\(reason)".contains("\n"))
        }
    }

    @Test(
        "Reserved names are known",
        arguments: [("a@x.example", true), ("a@x.test", true), ("a@example.org", false)])
    func reserved(text: String, expected: Bool) throws {
        #expect(try MailAddress(text).isReserved == expected)
    }
}
