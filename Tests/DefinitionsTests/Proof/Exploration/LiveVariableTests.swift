import Definitions
import Testing

/// How many situations there are says what of the variables counts in each.
@Suite("Variables that nobody reads any more as they are")
struct LiveVariableTests {
    struct Case: CustomTestStringConvertible {
        var name: String
        var states: String
        var situations: Int

        init(_ name: String, _ states: String, _ situations: Int) {
            (self.name, self.states, self.situations) = (name, states, situations)
        }

        var testDescription: String { name }
    }

    private static let back = "back: { $T, by: [INT], to: a }"
    private static let last = "close: { $T, by: [INT], if: [{ that: vars.x > 0, else: no }], to: z }"
    private static let refusal = "refusals: { no: { fr: Non, en: No } }"
    private static let reading = "{ set: { y: 'has(vars.x) ? 2 : 1' } }"
    private static let end = "z: { $T, final: true }"

    /// A life that goes from `a` to `b`, back or to its end: three states, and one more where `a` counts twice.
    private static func life(a: String = "", b: String = "", go: String = "", open: String = "") -> String {
        """
        a: { $T, \(a)on: { \(open)go: { $T, by: [INT], \(go)to: b } } }
        b: { $T, \(b)on: { \(back), \(last) } }
        \(end)
        """
    }

    static let cases = [
        Case("the state that is entered sets it anew", life(b: "do: { set: { x: '1' } }, "), 3),
        Case("the way there sets it anew", life(go: "do: { set: { x: '1' } }, "), 3),
        Case(
            "the state that is entered reads it first",
            life(
                b: "do: [\(reading), { set: { x: vars.y } }, { set: { y: '0' } }], "),
            4),
        Case(
            "the way there reads it first",
            life(go: "do: [\(reading), { set: { x: vars.y } }, { set: { y: '0' } }], "), 4),
        Case(
            "another way leads past what sets it",
            life(
                go: "do: { set: { x: '1' } }, ",
                open: "past: { $T, by: [INT], if: [{ that: has(vars.x), else: no }], to: b }, "), 4),
        Case(
            "what is computed of facts besides is a value, whatever it is",
            """
            a: { $T, on: { mark: { $T, by: [INT], do: { set: { x: text.sha256 } }, to: a }, go: { $T, by: [INT], to: b } } }
            b: { $T, do: { set: { y: 'has(vars.x) && vars.x == text.sha256 ? agreement.start : agreement.end' } }, on: { close: { $T, by: [INT], if: [{ that: "vars.y != ''", else: no }], to: z } } }
            \(end)
            """, 3),
        Case(
            "a condition tells whether it is there",
            """
            a: { $T, on: { mark: { $T, by: [INT], do: { set: { x: text.sha256 } }, to: a }, go: { $T, by: [INT], to: b } } }
            b: { $T, on: { close: { $T, by: [INT], if: [{ that: has(vars.x), else: no }], to: z }, \(back) } }
            \(end)
            """, 5),
    ]

    @Test("It counts only where a way leads to reading it", arguments: cases)
    func situations(_ one: Case) {
        #expect(Small.prove(Small.life(one.states, head: Self.refusal)).situations["life"] == one.situations)
    }

    @Test("What is set on some ways only is still missed on the others")
    func missed() {
        let text = Small.life(
            """
            a: { $T, on: { go: { $T, by: [INT], do: { set: { x: '1' } }, to: b }, past: { $T, by: [INT], to: b } } }
            b: { $T, on: { \(Self.back), \(Self.last) } }
            \(Self.end)
            """, head: Self.refusal)
        #expect(
            Small.findings(text).contains { $0.contains("missing_field: start, past by INT, close by INT") })
    }
}
