import Agreements
import Definitions
import Foundation
import Testing

@Suite("Fragments and rules with dates")
struct FragmentTests {
    /// The sample with its state `draft` moved into a fragment, which `own` is put over.
    private static func text(_ own: String, fragment: String = "") throws -> String {
        let start = try #require(Sample.text.firstRange(of: "      draft:\n"))
        let end = try #require(Sample.text.firstRange(of: "      signature:\n"))
        let body = Sample.text[start.upperBound..<end.lowerBound]
        let lines = body.split(separator: "\n").map { $0.dropFirst(4) }.joined(separator: "\n")
        let using = Sample.text.replacingCharacters(
            in: start.upperBound..<end.lowerBound, with: "        use: draft_state\n\(own)")
        return using + "fragments:\n  draft_state:\n" + lines + "\n" + fragment
    }

    private static func meaning(_ text: String) throws -> [String] {
        let life = try #require(try Sample.load(text).processes["life"])
        return life.states.keys.sorted() + life.transitions.keys.sorted()
            + life.transitions.values.flatMap { $0.by.map(\.description) }.sorted()
    }

    @Test("A state that uses a fragment is the fragment")
    func same() throws {
        #expect(try Self.meaning(Self.text("")) == Self.meaning(Sample.text))
    }

    @Test("Its own keys are put over it; transitions one by one, an empty one takes away")
    func over() throws {
        let own = """
                    title: { fr: Ébauche, en: Sketch }
                    on:
                      close: ~
                      drop: { title: { fr: A, en: A }, by: [PI_FR], to: abandoned }

            """
        let text = try Self.text(own).replacing(
            "timers: [{ name: closing, due: task, event: close }]", with: "")
        let life = try #require(try Sample.load(text).processes["life"])
        #expect(life.states["draft"]?.title.en == "Sketch")
        #expect(life.transitions.keys.contains("draft/submit/0"))
        #expect(life.transitions.keys.contains("draft/drop/0"))
        #expect(!life.transitions.keys.contains("draft/close/0"))
    }

    static let slips: [(String, String)] = [
        ("use: draft_state", "use: draft_stat"), ("use: draft_state", "use: [draft_state]"),
        ("use: draft_state", "use: loop"),
    ]

    @Test("A fragment that is not there, or that never ends, is named", arguments: slips)
    func refused(_ old: String, _ new: String) throws {
        let loop = "  loop: { use: loop }\n"
        let text = try Self.text("", fragment: loop).replacing(old, with: new)
        let findings = Sample.findings(text)
        #expect(findings.contains { $0.contains("fragment") }, "\(findings)")
    }

    @Test("Two fragments of one name are refused")
    func twice() throws {
        let findings = Sample.findings(
            try Self.text("", fragment: "  draft_state: { title: { fr: A, en: A } }\n"))
        #expect(!findings.isEmpty)
    }

    static let badRules = [
        ("[]", "a rule needs one value"), ("[{ from: 2013-01-01, value: P1M }]", "holds since ever"),
        ("[{ value: P1M }, { value: P2M }]", "from"),
        ("[{ value: P1M }, { from: 2013-02-30, value: P2M }]", "2013-02-30"),
        (
            "[{ value: A }, { from: 2014-01-01, value: B }, { from: 2013-01-01, value: C }]",
            "does not come after"
        ),
        ("P1M", "a list of values"),
    ]

    @Test("Values with dates are in order, the first since ever", arguments: badRules)
    func rules(_ values: String, _ words: String) {
        let findings = Sample.findings(Sample.text + "rules:\n  silence: \(values)\n")
        #expect(findings.contains { $0.contains(words) }, "\(findings)")
    }

    @Test("Each value holds from its day until the next")
    func values() throws {
        let rules = "rules:\n  silence: [{ value: P3M }, { from: 2013-07-24, value: P1M }]\n"
        let rule = try #require(try Sample.load(Sample.text + rules).rules["silence"])
        #expect(rule.value(on: try Day(parsing: "2013-07-23")) == "P3M")
        #expect(rule.value(on: try Day(parsing: "2013-07-24")) == "P1M")
        #expect(rule.all == ["P3M", "P1M"])
    }

    @Test("A rule that is not there is missed where it is read")
    func missing() {
        let text = Sample.text.replacing(
            "if: { that: call.isOpen(now), else: call_closed }",
            with: "if: { that: \"rule.open\", else: call_closed }")
        let proof = WorkflowLoader().prove(WorkflowSources(name: "f.yaml", text: text))
        #expect(proof.findings.contains { $0.message.en.contains("there is no rule.open") })
    }
}
