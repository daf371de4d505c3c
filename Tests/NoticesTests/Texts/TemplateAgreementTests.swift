import Agreements
import Engine
import Foundation
import Testing

@testable import Definitions
@testable import Notices

/// The proof gate reads templates with a reader of its own: what it accepts, the renderer renders as it was read.
@Suite("The gate's reading of templates and their rendering")
struct TemplateAgreementTests {
    private static let composer = NoticeComposer(
        letterhead: Letterhead(
            contact: "contact@entente.example", sender: "entente@entente.example", senderName: "Entente",
            baseURL: "http://127.0.0.1:8080"), randomness: Randomness(uuid: { UUID() }, salt: { [] }))

    private static let pieces = [
        "{{due}}", "{{ call.year }}", "{{#due}}", "{{/due}}", "{{^due}}", "{{#call}}", "{{/call}}",
        "{{year}}",
        "{{^call}}", "{{! no }}", "{{", "}}", "{{>x}}", "{{{due}}}", "{{&due}}", "{", "}", "é ", "a\n",
        "{{#x y}}",
        "{{}}", "{{#term.end}}", "{{/term.end}}", "{{=<% %>=}}", "{{$a}}", "{{/a}}",
    ]

    @Test("What the gate accepts can be rendered", arguments: 1...20)
    func accepted(_ seed: UInt64) throws {
        var random = Seeded(state: seed)
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 0...8, using: &random))
                .compactMap { _ in Self.pieces.randomElement(using: &random) }.joined()
            guard (try? NoticeTemplate(parsing: text)) != nil else { continue }
            #expect(throws: Never.self, "seed \(seed): \(text)") {
                try Self.composer.render(text, ["due": "D"], "N01")
            }
        }
    }

    static let rendered = [
        ("{{#due}}a{{due}}{{/due}}{{^due}}b{{/due}}", "aD"), ("{{#act}}a{{/act}}{{^act}}b{{/act}}", "b"),
        ("{{call.year}} {{#call}}{{year}}{{/call}}", "2016 2016"), ("{{#call.year}}y{{/call.year}}", "y"),
        ("{{#call.closesAt}}y{{/call.closesAt}}x", "x"), ("{{#term}}t{{/term}}{{^term}}n{{/term}}", "n"),
        ("{{#call}}{{due}}{{/call}}{{! gone }}.", "D."), ("{{act}}|", "|"),
    ]

    @Test("Sections and names mean what the gate takes them to mean", arguments: rendered)
    func meaning(_ template: String, _ text: String) throws {
        let values: [String: Any] = ["due": "D", "call": ["year": "2016"]]
        #expect(try Self.composer.render(template, values, "N01") == text)
    }

    /// A generator that the same seed starts alike.
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }
}
