import Definitions
import Testing

@Suite("What turns without end through children and timers")
struct PromptTurnTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var isEndless: Bool

        init(_ name: String, _ state: String, _ child: String = "", isEndless: Bool = true) {
            testDescription = name
            text = Small.life(
                """
                a: { $T, on: { go: { $T, by: [INT], to: z }, turn: { $T, by: [INT], to: b } } }
                b: { $T, \(state) }
                z: { $T, final: true }
                """, more: child)
            self.isEndless = isEndless
        }
    }

    /// A child that comes to its end at once, and one that waits for an act.
    private static let prompt =
        "inst: { $T, initial: f, states: { f: { $T, outcome: fin, final: true } } }"
    private static let begun =
        "inst: { $T, initial: f, states: { f: { $T, outcome: begun, on: { ok: { $T, by: [DG], to: g } } }, g: { $T, outcome: fin, final: true } } }"
    private static let go = "go: { $T, by: [INT], to: z }"

    private static func children(_ join: String, _ list: String = "") -> String {
        "children: [{ name: c, \(list.isEmpty ? "" : "forEach: \(list), ")run: inst, join: \(join) }]"
    }

    private static func timer(_ due: String, _ tick: String = "{ to: b }") -> String {
        "timers: [{ name: t, due: { \(due) }, event: tick }], on: { tick: \(tick), \(go) }"
    }

    private static func list(_ list: String) -> String {
        "\(children("all", list)), on: { done: { to: b }, c.begun: {}, c.fin: {}, \(go) }"
    }

    static let cases = [
        Case("a join of children that may be none", list("p in agreement.foreignParties"), begun),
        Case(
            "a join of children of which there are some", list("p in agreement.parties"), begun,
            isEndless: false),
        Case(
            "a join of a child that ends at once", "\(children("all")), on: { done: { to: b }, \(go) }",
            prompt),
        Case("an end that is told at once", "\(children("none")), on: { c.fin: { to: b }, \(go) }", prompt),
        Case(
            "a word that is told at once",
            "\(children("all")), on: { c.begun: { to: b }, done: { to: z }, \(go) }", begun),
        Case(
            "an end that waits for an act",
            "\(children("all")), on: { c.fin: { to: b }, c.begun: {}, \(go) }", begun, isEndless: false),
        Case(
            "an end that leaves nothing", "\(children("none")), on: { c.fin: {}, \(go) }", prompt,
            isEndless: false),
        Case(
            "an end that leads out before the join",
            "\(children("all")), on: { done: { to: b }, c.fin: { to: z }, \(go) }", prompt, isEndless: false),
        Case(
            "a child that each entry spawns",
            "do: [{ spawn: { name: c, run: inst, as: p, item: \"'1'\", of: b } }], on: { c.fin: { to: b }, \(go) }",
            prompt),
        Case("a timer of now", timer("at: now, kind: instant")),
        Case("a timer without length", timer("after: PT0H")),
        Case("a timer of a day that stays", timer("at: \"'2010-01-01'\", kind: opening")),
        Case("a timer with a length", timer("after: P1D"), isEndless: false),
        Case("a timer of the end of today", timer("after: P0D, kind: silence"), isEndless: false),
        Case("a timer of a date of the year", timer("yearly: 01-31"), isEndless: false),
        Case("a timer that does not lead back", timer("after: PT0H", "{}"), isEndless: false),
        Case(
            "a timer whose day is set anew",
            timer(
                "at: vars.day, kind: opening", "{ do: { set: { day: \"plus(day(now), 'P1D')\" } }, to: b }"),
            isEndless: false),
        Case(
            "a timer under a condition", timer("after: PT0H", "{ if: measures.flagged, to: b }"),
            isEndless: false),
    ]

    @Test("It is an endless loop where nothing but what comes at once happens", arguments: cases)
    func turns(_ one: Case) {
        let found = Small.findings(one.text).filter { $0.contains("endless_loop") }
        #expect(found == (one.isEndless ? ["13 endless_loop: start, turn by INT"] : []))
    }
}
