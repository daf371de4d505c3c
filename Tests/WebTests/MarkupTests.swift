import Agreements
import Engine
import Testing

@testable import Web

@Suite("Text in pages")
struct MarkupTests {
    @Test(
        "The signs of HTML are references, whatever follows them",
        arguments: [
            ("plain é 🦊", "plain é 🦊"), ("<>&\"'", "&lt;&gt;&amp;&quot;&#39;"),
            ("\"\u{301}", "&quot;\u{301}"), ("<\u{200D}", "&lt;\u{200D}"), ("'\u{FE0F}x", "&#39;\u{FE0F}x"),
            ("&\u{20DD}lt;", "&amp;\u{20DD}lt;"), (">\u{0}", "&gt;\u{0}"), ("", ""),
        ])
    func escaped(text: String, expected: String) {
        #expect(Array(Markup().escapeText(text).utf8) == Array(expected.utf8))
    }

    @Test("A quotation mark under an accent does not leave its attribute, in any part of a page")
    func accents() async throws {
        let house = House()
        let key = house.doorkeeper.formKey(of: nil)
        try await withServer(house: house) { wire in
            let typed = "a\"\u{301} autofocus x=\"\u{301}<\u{301}b"
            let reply = try await wire.submit("/login", [("address", typed), ("password", "x")], key: key)
            let bytes = Array(reply.body.utf8)
            #expect(reply.status == 422 && bytes.contains(sequence: Array("&quot;\u{301}".utf8)))
            #expect(!bytes.contains(sequence: Array("\"\u{301}".utf8)))
            #expect(!bytes.contains(sequence: Array("<\u{301}".utf8)))
        }
    }
}

extension [UInt8] {
    /// Whether these bytes occur.
    fileprivate func contains(sequence: [UInt8]) -> Bool {
        indices.contains { self[$0...].starts(with: sequence) }
    }
}
