import Testing

@testable import Definitions

@Suite("Texts that may have to be erased")
struct ErasableDecidesTests {
    @Test("No rule depends on what a text says, whatever reads it", arguments: deciding)
    func found(transition: String, words: String) {
        let findings = Self.findings(transition)
        #expect(findings.count == 1)
        #expect(findings.allSatisfy { $0.hasPrefix("erasable_decides") && $0.contains(words) }, "\(findings)")
    }

    @Test("Rules may ask whether a text is there, and read what is never erased", arguments: silent)
    func notFound(transition: String) {
        #expect(Self.findings(transition) == [])
    }

    @Test("The finding stands where the text is read")
    func place() {
        let found = Self.findings(
            Self.act("why: text", "if: { that: \"measures.flagged && event.why == 'x'\", else: no }"))
        #expect(found.first?.contains("f.yaml:31:48") ?? false, "\(found)")
    }

    @Test("A state that an act leads to decides by the text of that act no more than the act itself")
    func entry() {
        let found = Self.findings(
            """
            late: { to: ended }
            act: { title: { fr: A, en: A }, by: [INT], input: { why: text }, to: other }
            """,
            state: "do: [{ set: { kept: event.why } }]")
        #expect(found.count == 1, "\(found)")
    }

    static let deciding = [
        (act("why: text", "if: { that: event.why == 'x', else: no }"), "event.why of the act act"),
        (act("why: text", "if: { that: \"size(event.why) > 3\", else: no }"), "event.why"),
        (act("why: text", "if: { that: \"event['why'].startsWith('x')\", else: no }"), "event.why"),
        (act("why?: text", "do: [{ set: { kept: \"has(event.why) ? event.why : ''\" } }]"), "event.why"),
        (act("who: text", "do: [{ assign: { role: EXP, person: event.who } }]"), "event.who"),
        (act("why: text", "do: [{ set: { kept: event } }]"), "event of the act act holds texts"),
        (
            act("n: integer", "reason: required\n  if: { that: event.reason != 'x', else: no }"),
            "event.reason"
        ),
        (act("until: text", "do: [{ term: { start: event.until } }]"), "event.until"),
    ]

    static let silent = [
        act("why?: text", "if: { that: \"!has(event.why) && !('why' in event)\", else: no }"),
        act("why: text", "if: { that: \"event.why != '' && size(event.why) > 0\", else: no }"),
        act("on: day", "do: [{ set: { kept: event.on } }]"),
        act("party: party", "do: [{ set: { kept: event.party } }]"),
        act("call: call", "do: [{ call: event.call }]"),
        act("why: text", "if: { that: \"agreement.parties.exists(event, event.home)\", else: no }"),
    ]

    private static func act(_ input: String, _ rest: String) -> String {
        """
        late: { to: ended }
        act:
          title: { fr: A, en: A }
          by: [INT]
          input: { \(input) }
          \(rest)
          to: other
        """
    }

    private static func findings(_ transitions: String, state: String? = nil) -> [String] {
        GuardSample.findings(transitions, state: state, [ErasableDecides.self])
    }
}
