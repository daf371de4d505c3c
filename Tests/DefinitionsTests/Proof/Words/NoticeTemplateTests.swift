import Agreements
import Testing

@testable import Definitions

@Suite("Templates of notices")
struct NoticeTemplateTests {
    private static func outline(_ parts: [NoticeTemplate.Part]) -> String {
        parts.map { part in
            switch part {
            case .value(let name, let offset): "\(name)@\(offset)"
            case .section(let name, let isInverted, _, let parts):
                "\(isInverted ? "^" : "#")\(name)(\(outline(parts)))"
            }
        }.joined(separator: " ")
    }

    static let templates = [
        ("no tag at all {or} one", ""), ("a {{due}} b {{ due }}", "due@2 due@12"),
        ("{{#due}}x{{due}}{{/due}}{{^due}}y{{/due}}", "#due(due@9) ^due()"),
        ("é😀{{term.start}}{{! a comment }}", "term.start@2"),
        ("{{#term}}{{start}}{{/term}}", "#term(start@9)"),
    ]

    @Test("Tags are found, with their places in code points", arguments: templates)
    func parses(_ text: String, _ outline: String) throws {
        #expect(Self.outline(try NoticeTemplate(parsing: text).parts) == outline)
    }

    static let broken = [
        ("{{#due}}x", "the section {{#due}} is not closed", 0),
        ("x{{/due}}", "{{/due}} closes no section", 1),
        ("{{#a}}{{#b}}{{/a}}{{/b}}", "{{/a}} closes the section {{#b}}", 12),
        ("ab {{due", "{{ is not closed by }}", 3),
        ("{{due day}}", "\"due day\" is no name of a placeholder", 0),
        ("{{}}", "\"\" is no name of a placeholder", 0),
        ("{{> part}}", "\"{{>\" is not used in notices", 0),
        ("{{{due}}}", "\"{{{\" is not used in notices", 0),
        ("{{&due}}", "\"{{&\" is not used in notices", 0),
        ("{{a..b}}", "\"a..b\" is no name of a placeholder", 0),
    ]

    @Test("What cannot be rendered is refused where it is", arguments: broken)
    func refuses(_ text: String, _ message: String, _ offset: Int) throws {
        let problem = #expect(throws: NoticeTemplate.Problem.self) { try NoticeTemplate(parsing: text) }
        #expect(problem?.message.en == message)
        #expect(problem?.offset == offset)
    }

    @Test("Sections nested beyond the limit are refused, not followed")
    func deep() {
        let text = String(repeating: "{{#due}}", count: 10_000)
        #expect(throws: NoticeTemplate.Problem.self) { try NoticeTemplate(parsing: text) }
    }

    @Test("A slip in a notice is found at its line and column, and the name that was meant is suggested")
    func places() {
        let text = PeopleGate.text(
            "draft: { TITLE, notify: N01, on: { go: { TITLE, by: [INT], to: done } } }\ndone: { TITLE, final: true }",
            notices: """
                N01:
                  to: INT
                  subject: { fr: "A {{#due}}", en: "A {{partys}}" }
                  body:
                    fr: |
                      B
                      {{referense}}
                    en: "{{#call}}{{year}}{{closesAt}}{{opensAt}}{{/call}}"
                """)
        let findings = PeopleGate.findings(text, [BadTemplates.self])
        #expect(
            findings.map(\.description) == [
                "f.yaml:12:23: the French subject of N01 cannot be rendered: the section {{#due}} is not closed",
                "f.yaml:12:41: there is no placeholder \"partys\" (did you mean party?)",
                "f.yaml:16:9: there is no placeholder \"referense\" (did you mean reference?)",
                "f.yaml:17:41: there is no placeholder \"opensAt\"",
            ])
    }
}
