import Definitions
import Testing

@Suite("What the exploration of a definition finds")
struct BehaviourFindingsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var expected: [String]

        init(_ name: String, _ text: String, _ expected: String...) {
            (self.name, self.text, self.expected) = (name, text, expected)
        }

        var testDescription: String { name }
    }

    private static let next = "go: { $T, by: [INT], to: z }"
    private static let end = "z: { $T, final: true }"

    static let structureCases = [
        Case("sound", Small.life("a: { $T, on: { \(next) } }\n\(end)")),
        Case(
            "unreachable", Small.life("a: { $T, on: { \(next) } }\nb: { $T, on: { \(next) } }\n\(end)"),
            "13 unreachable"),
        Case(
            "reachable by a condition only that never holds",
            Small.life(
                "a: { $T, do: { set: { x: 'false' } }, on: { \(next), always: { if: vars.x, to: b } } }\nb: { $T, on: { \(next) } }\n\(end)"
            ),
            "12 dead_transition: start", "12 guard_never_true: start", "13 unreachable"),
        Case(
            "no end from here",
            Small.life(
                "a: { $T, on: { \(next), lose: { $T, by: [DG], to: b } } }\nb: { $T, on: { turn: { $T, by: [DG], to: b } } }\n\(end)"
            ),
            "13 no_end_reachable: start, lose by DG"),
        Case(
            "no end from where it stays, and so from nowhere before",
            Small.life(
                "a: { $T, on: { \(next), lose: { $T, by: [DG], to: b } } }\nb: { $T, on: { go: { $T, by: [DG], to: c } } }\nc: { $T, on: { turn: { $T, by: [DG], to: d } } }\nd: { $T, on: { turn: { $T, by: [DG], to: c } } }\n\(end)"
            ),
            "14 no_end_reachable: start, lose by DG, go by DG"),
        Case(
            "no end at all, where it stays",
            Small.life(
                "a: { $T, on: { go: { $T, by: [DG], to: c } } }\nc: { $T, on: { turn: { $T, by: [DG], to: d } } }\nd: { $T, on: { turn: { $T, by: [DG], to: c } } }"
            ),
            "13 no_end_reachable: start, go by DG"),
        Case(
            "waits for nothing",
            Small.life("a: { $T, on: { \(next), lose: { $T, by: [DG], to: b } } }\nb: { $T }\n\(end)"),
            "13 waits_for_nothing: start, lose by DG"),
        Case(
            "shadowed by the one before",
            Small.life(
                "a: { $T, on: { go: [{ $T, by: [INT, DG], to: z }, { $T, by: [DG], to: b }] } }\nb: { $T, on: { \(next) } }\n\(end)"
            ),
            "12 dead_transition: start", "13 unreachable"),
        Case(
            "not shadowed for another role",
            Small.life(
                "a: { $T, on: { go: [{ $T, by: [INT], to: z }, { $T, by: [DG], to: b }] } }\nb: { $T, on: { \(next) } }\n\(end)"
            )),
        Case(
            "always taken inside",
            Small.life(
                "a: { $T, initial: i, states: { i: { $T, on: { go: { $T, by: [INT], to: i } } } }, on: { \(next), leave: { $T, by: [INT], to: z } } }\n\(end)"
            ),
            "12 dead_transition: start"),
        Case(
            "conditions that turn for ever",
            Small.life(
                "a: { $T, on: { \(next), turn: { $T, by: [INT], to: b } } }\nb: { $T, on: { always: { to: c } } }\nc: { $T, on: { always: { to: b } } }\n\(end)"
            ),
            "12 endless_loop: start, turn by INT"),
        Case(
            "nothing that comes leads on, and there is no other end",
            Small.life(
                "a: { $T, on: { b: { $T, by: [INT], to: b } } }\nb: { $T, on: { look: { $T, by: [INT] } } }\n\(end)"
            ),
            "13 no_end_reachable: start, b by INT", "14 unreachable"),
        Case(
            "conditions that exclude each other",
            Small.life(
                "a: { $T, on: { \(next), always: { if: measures.flagged, to: b } } }\nb: { $T, on: { always: { if: \"!measures.flagged\", to: a }, \(next) } }\n\(end)"
            )),
    ]

    @Test("The structure", arguments: structureCases)
    func structure(_ one: Case) { #expect(Small.findings(one.text) == one.expected) }

    @Test("Conditions that turn for ever, each by what the one before has set")
    func turning() {
        let text = Small.life(
            "s: { $T, on: { \(Self.next), turn: { $T, by: [INT], to: a } } }\na: { $T, do: { set: { x: '1' } }, on: { always: { if: vars.x == 1, to: b } } }\nb: { $T, do: { set: { x: '2' } }, on: { always: { if: vars.x == 2, to: a } } }\n\(Self.end)",
            initial: "s")
        // That the two conditions say nothing of other values is another check's to tell.
        let found = Small.findings(text).filter { !$0.contains("guard_gap") }
        #expect(found == ["12 endless_loop: start, turn by INT"])
    }

    @Test("What a second answer reads is told with its own path, not with that of the first")
    func pathOfEachAnswer() {
        let text = Small.life(
            """
            a:
              $T
              on:
                go:
                  - { $T, by: [INT], if: { that: measures.flagged, else: no_go }, to: b }
                  - { $T, by: [DG], if: { that: vars.x > 0, else: no_go }, to: z }
                count: { $T, by: [INT], do: { set: { x: '1' } }, to: a }
            b:
              $T
              children: [{ name: c, forEach: p in agreement.parties, run: child, join: { when: "children.all(c, c.ended)" } }]
              on: { done: { to: z } }
            \(Self.end)
            """, more: Self.child, head: "refusals: { no_go: { fr: Non., en: No. } }")
        let found = Small.findings(text).filter { $0.contains("missing_field") }
        #expect(found == ["17 missing_field: start, go by DG"])
    }

    private static let child = """
        child:
          $T
          initial: open
          states:
            open: { $T, on: { yes: { $T, by: [DG], to: good }, no: { $T, by: [DG], to: bad } } }
            good: { $T, outcome: good, final: true }
            bad: { $T, outcome: bad, final: true }
        """

    private static func waiting(
        _ on: String, join: String = "all", running process: String = child, head: String = ""
    ) -> String {
        Small.life(
            "a: { $T, \(started(join)), on: { \(on) } }\n\(end)", more: process, head: head)
    }

    private static func started(_ join: String) -> String {
        "children: [{ name: c, forEach: p in agreement.parties, run: child, join: \(join) }]"
    }

    static let childCases = [
        Case("joined", waiting("done: { to: z }")),
        Case("one outcome leads away", waiting("done: { to: z }, c.bad: { to: z }")),
        Case(
            "every outcome leads away", waiting("done: { to: z }, c.bad: { to: z }, c.good: { to: z }"),
            "12 join_never_completes: start"),
        Case(
            "what the first of several tells is read when all have ended",
            waiting(
                "done: { to: b }, c.bad: { do: { set: { x: '1' } } }, c.good: { do: { set: { x: '2' } } }"
            ).replacing(
                "z: {",
                with:
                    "b: { $T, on: { read: { $T, by: [DG], do: { set: { y: vars.x } }, to: z } } }\n      z: {"
            )
            .replacing("$T", with: "title: { fr: A, en: A }")),
        Case(
            "what only one end tells",
            waiting("done: { to: b }, c.bad: { do: { set: { x: '1' } } }").replacing(
                "z: {",
                with:
                    "b: { $T, on: { read: { $T, by: [DG], do: { set: { y: vars.x } }, to: z } } }\n      z: {"
            )
            .replacing("$T", with: "title: { fr: A, en: A }"),
            "13 missing_field: start, children of a joined, read by DG"),
        Case(
            "a region that leaves by what the first tells",
            Small.life(
                """
                a:
                  $T
                  on: { done: { to: z } }
                  parallel:
                    p: { $T, initial: p1, states: { p1: { $T, \(started("all")), on: { done: { to: p2 } } }, p2: { $T, final: true } } }
                    q: { $T, initial: q1, states: { q1: { $T, on: { c.bad: { to: q2 }, c.good: { to: q2 } } }, q2: { $T, final: true } } }
                \(end)
                """, more: child)),
        Case(
            "a child that cannot end",
            waiting(
                "done: { to: z }",
                running: child.replacing("to: good", with: "to: open").replacing(
                    "to: bad", with: "to: open")),
            "12 join_never_completes: start", "18 no_end_reachable: start", "19 unreachable", "20 unreachable"
        ),
        Case(
            "nobody handles what they tell", waiting("go: { $T, by: [INT], to: z }", join: "none"),
            "12 unhandled_outcome: start, c: bad"),
        Case(
            "nobody handles one of the outcomes",
            waiting("c.good: { to: z }, \(next)", join: "none"), "12 unhandled_outcome: start, c: bad"),
        Case("each outcome is heard", waiting("c.good: { to: z }, c.bad: { to: z }, \(next)", join: "none")),
        Case(
            "only what is told before the end is heard",
            waiting(
                "c.begun: { to: z }, \(next)", join: "none",
                running: child.replacing("open: { $T,", with: "open: { $T, outcome: begun,"))),
        Case("a condition looks at them all", watched("children.all(x, x.ended)")),
        Case("a condition looks at those of the name", watched("children.all(x, x.name != 'c' || x.ended)")),
        Case(
            "a condition looks at others", watched("children.all(x, x.name != 'd' || x.ended)"),
            "12 unhandled_outcome: start, c: bad", "12 unknown_name"),
        Case(
            "a condition looks at all but others", watched("children.all(x, x.name != 'd' && x.ended)"),
            "12 unknown_name"),
        Case(
            "an act that looks at them does not wait: who hears one end hears each",
            waiting(
                "c.good: {}, stop: { $T, by: [INT], if: { that: \"children.all(x, x.ended)\", else: no }, to: z }, \(next)",
                join: "none", head: "refusals: { no: { fr: Non., en: No. } }"),
            "12 unhandled_outcome: start, c: bad"),
        Case(
            "an act looks at those of whom no end is heard",
            waiting(
                "stop: { $T, by: [INT], if: { that: \"children.all(x, x.ended)\", else: no }, to: z }, \(next)",
                join: "none", head: "refusals: { no: { fr: Non., en: No. } }")),
        Case(
            "nobody handles what spawned ones tell", spawning(of: "a", to: "a"),
            "12 unhandled_outcome: start, c: bad"),
        Case("heard where they are spawned", spawning(of: "b", to: "b")),
        Case(
            "spawned for a state that is not active then", spawning(of: "b", to: "a"),
            "12 unheard_send: start, more by INT"),
    ]

    static let joinCases = [
        Case(
            "an end makes the join impossible",
            waiting("done: { to: z }", join: "{ when: \"children.exists(x, x.outcome == 'good')\" }"),
            "12 unhandled_outcome: start, c: bad"),
        Case(
            "the end that makes it impossible is heard",
            waiting(
                "done: { to: z }, c.bad: { to: z }",
                join: "{ when: \"children.exists(x, x.outcome == 'good')\" }")),
        Case(
            "the join asks that no end be so",
            waiting("done: { to: z }", join: "{ when: \"children.all(x, x.outcome != 'bad')\" }"),
            "12 unhandled_outcome: start, c: bad"),
        Case(
            "the join counts every end",
            waiting("done: { to: z }", join: "{ when: \"children.all(x, x.ended)\" }")),
        Case("every end counts for a number", waiting("done: { to: z }", join: "{ atLeast: 2 }")),
        Case(
            "the join says nothing of them",
            waiting("done: { to: z }", join: "{ when: measures.flagged }"),
            "12 unhandled_outcome: start, c: bad"),
        Case(
            "heard of the children of another state only", twice(""), "12 unhandled_outcome: start, c: bad"),
        Case("heard of the children of each state", twice(", c.bad: { to: z }")),
        Case("heard in a region beside", beside),
        Case(
            "heard in a region beside that moves on",
            regions(
                "c.bad: { to: z }, c.good: { to: z }, rr: { $T, by: [INT], to: r2 }",
                "bk: { $T, by: [INT], to: r1 }"),
            "12 unhandled_outcome: start, rr by INT, c: bad"),
        Case(
            "heard in a region beside wherever that is",
            regions(
                "c.bad: { to: z }, c.good: { to: z }, rr: { $T, by: [INT], to: r2 }",
                "c.bad: {}, c.good: {}, bk: { $T, by: [INT], to: r1 }, st: { $T, by: [INT], to: z }")),
        Case(
            "heard in a region beside that then waits for it once more",
            regions(
                "c.bad: { to: z }, c.good: { to: z }, rr: { $T, by: [INT], to: r2 }",
                "c.bad: {}, c.good: {}, bk: { $T, by: [INT], to: r1 }"),
            "12 no_end_reachable: start, rr by INT, c: bad"),
    ]

    /// A region whose child nobody waits for, beside one of two states.
    private static func regions(_ first: String, _ second: String) -> String {
        Small.life(
            """
            p: { $T, parallel: { q: { $T, children: [{ name: c, run: child, join: none }] }, r: { $T, initial: r1, states: { r1: { $T, on: { \(first) } }, r2: { $T, on: { \(second) } } } } } }
            \(end)
            """, initial: "p", more: child)
    }

    /// Two states that wait for the good end of one of their children; the second hears the other end.
    private static func twice(_ first: String) -> String {
        let children = started("{ when: \"children.exists(x, x.outcome == 'good')\" }")
        return Small.life(
            "a: { $T, \(children), on: { done: { to: b }\(first) } }\n"
                + "b: { $T, \(children), on: { done: { to: z }, c.bad: { to: z } } }\n\(end)", more: child)
    }

    /// Children of one region, which another region hears.
    private static let beside: String = {
        let region = "$T, initial: r, states: { r: { $T, \(started("none"))} }"
        let other = "$T, initial: s, states: { s: { $T, on: { c.good: {}, c.bad: {} } } }"
        return Small.life(
            "a: { $T, parallel: { one: { \(other) }, two: { \(region) } }, on: { \(next) } }\n\(end)",
            more: child)
    }()

    @Test("Children whose join does not count every end", arguments: joinCases)
    func joins(_ one: Case) { #expect(Small.findings(one.text) == one.expected) }

    private static func watched(_ condition: String) -> String {
        waiting("always: { if: \"\(condition)\", to: z }, \(next)", join: "none")
    }

    /// A spawns children of a state; only b hears them.
    private static func spawning(of owner: String, to target: String) -> String {
        let hearing = owner == "b" ? "c.good: { to: z }, c.bad: { to: z }, " : ""
        return Small.life(
            "a: { $T, on: { \(next), on: { $T, by: [DG], to: b }, more: { $T, by: [INT], do: { spawn: { name: c, run: child, as: what, item: \"'1'\", of: \(owner) } }, to: \(target) } } }\nb: { $T, on: { \(hearing)\(next) } }\n\(end)",
            more: child)
    }

    @Test("Children", arguments: childCases)
    func children(_ one: Case) { #expect(Small.findings(one.text) == one.expected) }

    private static func timers(_ first: String, _ second: String, _ on: String) -> String {
        Small.life(
            "a: { $T, timers: [{ name: one, \(first), event: one }, { name: two, \(second), event: two }], on: { \(on) } }\nb: { $T, on: { \(next) } }\n\(end)"
        )
    }

    static let tieCases = [
        Case(
            "of one instant",
            timers("due: { after: P1D }", "due: { after: P1D }", "one: { to: b }, two: { to: z }"),
            "12 timer_tie: start"),
        Case(
            "with a declared winner",
            timers(
                "before: two, due: { after: P1D }", "due: { after: P1D }", "one: { to: b }, two: { to: z }")),
        Case(
            "with a winner that rings second",
            timers(
                "due: { after: P1D }", "before: one, due: { after: P1D }", "one: { to: b }, two: { to: z }"),
            "12 timer_tie: start"),
        Case(
            "with a winner over no timer",
            timers(
                "before: tow, due: { after: P1D }", "due: { after: P9D }", "one: { to: b }, two: { to: z }"),
            "12 unknown_name", "12 dead_transition: start"),
        Case(
            "of two instants",
            timers("due: { after: P1D }", "due: { after: P9D }", "one: { to: b }, two: { to: z }"),
            "12 dead_transition: start"),
        Case(
            "where the order does not matter",
            timers("due: { after: P1D }", "due: { after: P1D }", "one: {}, two: { to: b }")),
    ]

    private static func due(_ first: String, _ second: String) -> String {
        let text = timers("due: { \(first) }", "due: { \(second) }", "one: { to: b }, two: { to: z }")
        // A call says when what is proposed in it is to begin.
        return (first + second).contains("plannedStart")
            ? text.replacing("entry: open", with: "entry: call") : text
    }

    private static let plus = "at: \"plus(agreement.plannedStart,"

    private static let inside = "i: { $T, timers: [{ name: two, due: { after: P1D }, event: two }]"

    static let overtakenCases = [
        Case("a timer that another always comes before", due("after: P1D", "after: P90D"), "dead_transition"),
        Case("its order in the document apart", due("after: P90D", "after: P1D"), "dead_transition"),
        Case(
            "the other only under a condition",
            timers(
                "due: { after: P1D }", "due: { after: P90D }",
                "one: { if: measures.flagged, to: b }, two: { to: z }")),
        Case(
            "the other stays",
            timers("due: { after: P1D }", "due: { after: P90D }", "one: { do: [reference] }, two: { to: z }")),
    ]

    @Test("A timer that never rings", arguments: overtakenCases)
    func overtaken(_ one: Case) {
        let found = Small.findings(one.text)
        #expect(one.expected.allSatisfy { code in found.contains { $0.contains(code) } }, "\(found)")
        if one.expected.isEmpty { #expect(!found.contains { $0.contains("dead_transition") }, "\(found)") }
    }

    /// A timer of a state beside two of it and of what it holds, one after the other.
    private static func chain(_ whole: String, of part: String = "P5D") -> String {
        let timers =
            "{ name: first, due: { after: \(part) }, event: e }, { name: whole, due: { after: \(whole) }, event: w }"
        let second =
            "c: { $T, timers: [{ name: second, due: { after: \(part) }, event: f }], on: { f: { to: z } } }"
        return Small.life(
            "a: { $T, timers: [\(timers)], on: { w: { to: b } }, initial: i, states: { i: { $T, on: { e: { to: c } } }, \(second) } }\nb: { $T, on: { \(next) } }\n\(end)"
        )
    }

    static let meetingCases = [
        Case("30 days and a month", due("after: P30D", "after: P1M"), "12 timer_tie: start"),
        Case(
            "30 days and a month of silence", due("after: P1M, kind: silence", "after: P30D, kind: silence"),
            "12 timer_tie: start"),
        Case("14 days and 10 business days", due("after: P14D", "after: P10B"), "12 timer_tie: start"),
        Case("a Saturday and a Sunday", due("after: P30D", "after: P31D"), "12 timer_tie: start"),
        Case("one day, spaced otherwise", due(plus + "'P1M')\"", plus + " 'P1M')\""), "12 timer_tie: start"),
        Case(
            "one day in brackets", due("at: agreement.plannedStart", "at: (agreement.plannedStart)"),
            "12 timer_tie: start"),
        Case(
            "a length in a formula and beside it",
            due(plus + "'P1M')\"", "at: agreement.plannedStart, plus: P30D"), "12 timer_tie: start"),
        Case(
            "two lengths in formulas that are apart", due(plus + "'P1M')\"", plus + "'P2M')\""),
            "12 dead_transition: start"),
        Case(
            "a parameter's length",
            due(plus + "param.month)\"", plus + "'P30D')\"").replacing(
                "entry: call", with: "entry: call\nparameters: { month: P1M }"), "13 timer_tie: start"),
        Case(
            "a month after now and a month after the entry",
            due("at: \"plus(day(now), 'P1M')\"", "after: P1M"), "12 timer_tie: start"),
        Case(
            "the later of two days and one of them",
            due("at: agreement.plannedStart", "at: \"latest(day(now), agreement.plannedStart)\""),
            "12 timer_tie: start"),
        Case("one day at two hours", due(plus + "'P1M')\", kind: silence", plus + "'P1M')\", kind: step")),
        Case("a year and 365 days", due("after: P1Y", "after: P365D"), "12 timer_tie: start"),
        Case(
            "24:00 and 00:00", due("after: P1D, kind: silence", "after: P2D, kind: opening"),
            "12 timer_tie: start"),
        Case("a day and 24 hours", due("after: P1D", "after: PT24H"), "12 timer_tie: start"),
        Case(
            "of one date with lengths that may meet",
            due(
                "at: agreement.end, plus: P30D, kind: silence", "at: agreement.end, plus: P1M, kind: silence"),
            "12 timer_tie: start"),
        Case("dates of a weekend", due("yearly: 12-31", "yearly: 12-30"), "12 timer_tie: start"),
        Case("a month and three", due("after: P1M", "after: P3M"), "12 dead_transition: start"),
        Case("30 days and five weeks", due("after: P30D", "after: P5W"), "12 dead_transition: start"),
        Case(
            "20 and 10 business days", due("after: P20B", "after: P10B"), "12 dead_transition: start",
            "13 unreachable"),
        Case(
            "days of silence apart", due("after: P30D, kind: silence", "after: P31D, kind: silence"),
            "12 dead_transition: start"),
        Case("17:00 and 24:00", due("after: P30D", "after: P30D, kind: silence")),
        Case("an hour and a minute", due("after: PT1H", "after: PT1M")),
        Case("a date of the year and 30 days", due("yearly: 12-31", "after: P30D"), "12 timer_tie: start"),
        Case(
            "a date of the year at 17:00 and 30 days at 24:00",
            due("yearly: 12-31", "after: P30D, kind: silence")),
        Case("a date of the year and an hour", due("yearly: 12-31", "after: PT1H")),
        Case("dates of two seasons", due("yearly: 01-31", "yearly: 06-30")),
        Case(
            "of a state and the first one inside it",
            Small.life(
                "a: { $T, timers: [{ name: one, due: { after: P1D }, event: one }], on: { one: { to: b } }, initial: i, states: { \(inside), on: { two: { to: z } } } } }\nb: { $T, on: { \(next) } }\n\(end)"
            ), "12 timer_tie: start"),
        Case(
            "of a state and one that is entered inside it later",
            Small.life(
                "a: { $T, timers: [{ name: one, due: { after: P1D }, event: one }], on: { one: { to: b } }, initial: h, states: { h: { $T, on: { in: { $T, by: [INT], to: i } } }, \(inside), on: { two: { to: z } } } } }\nb: { $T, on: { \(next) } }\n\(end)"
            ), "12 dead_transition: start, in by INT"),
        Case(
            "of two regions",
            Small.life(
                "a: { $T, on: { one: { to: b }, two: { to: z } }, parallel: { p: { $T, timers: [{ name: one, due: { after: P1D }, event: one }], on: { look: { $T, by: [INT] } } }, q: { $T, timers: [{ name: two, due: { after: P1D }, event: two }], on: { see: { $T, by: [INT] } } } } }\nb: { $T, on: { \(next) } }\n\(end)"
            ), "12 timer_tie: start"),
        Case(
            "lengths that are over when their state begins",
            due("after: P1D, minus: P2D", "after: P1D, minus: P4D"), "12 timer_tie: start"),
        Case(
            "days that may be over, the earlier being later in the document",
            due("at: agreement.plannedStart, minus: P3M", "at: agreement.plannedStart, minus: P6M"),
            "12 timer_tie: start"),
        Case(
            "days that may be over, in their order",
            due("at: agreement.plannedStart, minus: P6M", "at: agreement.plannedStart, minus: P3M"),
            "12 dead_transition: start"),
        Case("five days, and five more, beside ten", chain("P10D"), "12 timer_tie: start, timer first"),
        Case("five days, and five more, beside thirty", chain("P30D")),
        Case("an hour and an hour, a moment after two", chain("PT2H", of: "PT1H")),
        Case(
            "a condition that reads the clock",
            Small.life(
                "a: { $T, timers: [{ name: one, due: { at: agreement.end, kind: silence }, event: one }], on: { one: { to: b }, always: { if: \"now >= timestamp('2030-01-01T00:00:00Z')\", to: z } } }\nb: { $T, on: { \(next) } }\n\(end)"
            ), "12 timer_tie: start"),
    ]

    @Test("Timers that may ring together", arguments: meetingCases)
    func meetings(_ one: Case) { #expect(Small.findings(one.text) == one.expected) }

    @Test("Timers", arguments: tieCases)
    func ties(_ one: Case) { #expect(Small.findings(one.text) == one.expected) }
}
