import Mail
import TestSupport
import Testing

@Suite("Mails read back")
struct UnquotedTests {
    @Test("A link is found in a mail, wherever its line breaks", arguments: 0..<80)
    func link(column: Int) throws {
        let text =
            "É" + String(repeating: "x", count: column) + " https://entente.example/n/FFFF/F_F-FFFFFFFFFFFF"
        let message = try Fixture.message(text: text)
        #expect(String(decoding: MIMEEncoder.encode(message), as: UTF8.self).unquoted.contains(text))
    }
}
