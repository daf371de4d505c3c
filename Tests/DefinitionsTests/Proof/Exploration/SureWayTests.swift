import Agreements
import Definitions
import Testing

@Suite("That an end can be reached counts only what can certainly be brought about")
struct SureWayTests {
    private static let head =
        "refusals: { no: { fr: Non., en: No. } }\nproperties:\n  - { eventually: ended, title: { fr: A, en: A } }"
    private static let end = "z: { $T, final: true }"
    private static let go = "{ $T, by: [INT], to: z }"

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String

        init(_ name: String, _ states: String, child: String = "", also: String = "") {
            testDescription = name
            let kid = child.isEmpty ? "" : "kid:\n  $T\n  initial: k\n  states:\n" + child
            let head = also.isEmpty ? head : head + "\n" + also
            text = Small.life(states + "\n" + end, more: kid, head: head)
        }

        var answer: PropertyAnswer? { Small.prove(text).properties.first?.answer }
    }

    private static func asking(_ formula: String, input: String = "") -> String {
        "{ $T, by: [INT], \(input.isEmpty ? "" : "input: { \(input) }, ")if: [{ that: \"\(formula)\", else: no }], to: z }"
    }

    private static func set(_ input: String, _ formula: String) -> String {
        "a: { $T, on: { go: { $T, by: [INT], input: { f: \(input) }, do: [{ set: { v: event.f } }], to: b } } }\nb: { $T, on: { x: \(asking(formula)) } }"
    }

    private static let allEnded = "\"children.all(c, c.ended)\""
    private static let twoEnds = """
            k: { $T, on: { yes: { $T, by: [INT], to: y }, no: { $T, by: [INT], to: n } } }
            y: { $T, outcome: fine, final: true }
            n: { $T, outcome: bad, final: true }
        """
    private static let oneEnd = """
            k: { $T, on: { yes: { $T, by: [INT], to: y } } }
            y: { $T, outcome: fine, final: true }
        """
    private static let stuckAtTimes = """
            k: { $T, on: { yes: { $T, by: [INT], if: [{ that: dossier.complete, else: no }], to: y } } }
            y: { $T, outcome: fine, final: true }
        """

    static let proved: [Case] = [
        Case("an act", "a: { $T, on: { x: \(go) } }"),
        Case(
            "an act that is met by what it carries",
            "a: { $T, on: { x: \(asking("event.n > 5", input: "n: integer")) } }"),
        Case(
            "an act of somebody of no unit",
            "a: { $T, on: { x: \(asking("actor.unit == '' || actor.unit != agreement.unit")) } }"),
        Case(
            "a timer", "a: { $T, timers: [{ name: t, due: { after: P1D }, event: e }], on: { e: { to: z } } }"
        ),
        Case(
            "a timer heard in either of two states",
            "a: { $T, timers: [{ name: t, due: { after: P1D }, event: e }], on: { e: { to: z } }, initial: x, states: { x: { $T, on: { n: { $T, by: [INT], to: y } } }, y: { $T } } }"
        ),
        Case(
            "a condition of which both answers lead on",
            "a: { $T, on: { x: { $T, by: [INT], to: b } } }\nb: { $T, on: { always: [{ if: measures.flagged, to: z }, { to: c }] } }\nc: { $T, on: { x: \(go) } }"
        ),
        Case(
            "a child that ends in one way",
            "a: { $T, children: [{ name: c, run: kid, join: none }], on: { c.fine: { to: z } } }",
            child: oneEnd),
        Case(
            "both ends of a child",
            "a: { $T, children: [{ name: c, run: kid, join: none }], on: { c.fine: { to: z }, c.bad: { to: z } } }",
            child: twoEnds),
        Case(
            "a join of all, one end being heard and left as it is",
            "a: { $T, children: [{ name: c, forEach: party in agreement.parties, run: kid, join: all }], on: { done: { to: z }, c.bad: {} } }",
            child: twoEnds),
        Case(
            "the last end of all children, in whatever order",
            "a: { $T, children: [{ name: c, run: kid, join: all }, { name: d, forEach: party in agreement.parties, run: kid, join: all }], initial: w, states: { w: { $T, on: { c.fine: { if: \(allEnded), to: r }, c.bad: { if: \(allEnded), to: r }, d.fine: { if: \(allEnded), to: r }, d.bad: { if: \(allEnded), to: r } } }, r: { $T, on: { x: \(go) } } } }",
            child: twoEnds),
        Case(
            "the last end, two of the children being told apart by name",
            "a: { $T, children: [{ name: c, run: kid, join: all }, { name: d, run: kid, join: all }], initial: w, states: { w: { $T, initial: v, on: { c.fine: { if: \(allEnded), to: r }, c.bad: { if: \(allEnded), to: r }, d.fine: { if: \(allEnded), to: r }, d.bad: { if: \(allEnded), to: r } }, states: { v: { $T, on: { d.fine: { if: \"children.exists(c, c.name == 'c' && !c.ended)\", to: u } } }, u: { $T } } }, r: { $T, on: { x: \(go) } } } }",
            child: twoEnds),
        Case("a new version of the text", "a: { $T, on: { text.changed: { to: z } } }"),
        Case(
            "the second of two only children, both having ended then",
            "a: { $T, children: [{ name: c, run: kid, join: none }, { name: d, run: kid, join: none }], on: { c.fine: [{ if: \(allEnded), to: z }, {}], d.fine: [{ if: \(allEnded), to: z }, {}] } }",
            child: oneEnd),
        Case(
            "an act of a child that is allowed while it runs",
            "a: { $T, legal: in_force, children: [{ name: c, run: kid, join: all }], on: { done: { to: y }, s: { $T, by: [INT], reason: required, to: b } } }\nb: { $T, legal: suspended, on: { r: { $T, by: [INT], to: a } } }\ny: { $T, legal: ended, on: { x: \(go) } }",
            child: oneEnd, also: restricted("suspended", to: "[r]")),
        Case(
            "the end of a term that was opened",
            "a: { $T, on: { go: { $T, by: [INT], do: [{ term: { start: day(now), end: \"plus(day(now), 'P1Y')\" } }], to: b } } }\nb: { $T, timers: [{ name: t, due: { at: agreement.end }, event: e }], on: { e: { to: z } } }"
        ),
        Case(
            "an act of somebody of one of two roles",
            "a: { $T, on: { x: { $T, by: [INT, DG], if: [{ that: \"!('INT' in actor.roles)\", else: no }], to: z } } }"
        ),
        Case(
            "a timer while others of the same state lead round within it",
            "a: { $T, timers: [\(timer("t", 30, "e"))], on: { e: { to: z } }, initial: i, states: { i: { $T, timers: [\(timer("u", 10, "f"))], on: { f: { to: j } } }, j: { $T, timers: [\(timer("v", 10, "g"))], on: { g: { to: i } } } } }"
        ),
        Case(
            "a timer that would begin anew, where people can step aside from what does",
            "a: { $T, timers: [\(timer("t", 30, "e"))], on: { e: { to: z } }, initial: i, states: { i: { $T, timers: [\(timer("u", 10, "f"))], on: { f: { to: a }, n: { $T, by: [INT], to: j } } }, j: { $T, on: { back: { $T, by: [INT], to: i } } } } }"
        ),
        Case(
            "a timer beside one that begins it anew, but rings later",
            "a: { $T, timers: [\(timer("t", 10, "e"))], on: { e: { to: z } }, initial: i, states: { i: { $T, timers: [\(timer("u", 30, "f"))], on: { f: { to: a }, n: { $T, by: [INT], to: j } } }, j: { $T } } }"
        ),
        Case(
            "a child that people can end before a timer begins it anew",
            "a: { $T, timers: [\(timer("t", 10, "e"))], on: { e: { to: a }, c.fine: { to: z } }, children: [{ name: c, run: kid, join: none }] }",
            child: oneEnd),
        Case(
            "a child that ends in time",
            "a: { $T, on: { c.fine: { to: z } }, children: [{ name: c, run: kid, join: none }] }",
            child: endInTime),
    ]

    private static func timer(_ name: String, _ days: Int, _ event: String) -> String {
        "{ name: \(name), due: { after: P\(days)D }, event: \(event) }"
    }

    private static let endInTime = """
            k: { $T, timers: [{ name: u, due: { after: P20D }, event: f }], on: { f: { to: y } } }
            y: { $T, outcome: fine, final: true }
        """

    private static func restricted(_ status: String, to acts: String) -> String {
        "restrictions: [{ while: \(status), only: \(acts), else: no }]"
    }

    @Test("What people, time and children certainly bring about leads on", arguments: proved)
    func sure(_ one: Case) { #expect(one.answer == .proved, "\(Small.findings(one.text))") }

    static let undecided: [Case] = [
        Case(
            "a last end that is not heard where it may come",
            "a: { $T, children: [{ name: c, run: kid, join: all }, { name: d, run: kid, join: all }], initial: w, states: { w: { $T, on: { c.fine: { if: \(allEnded), to: r }, c.bad: { if: \(allEnded), to: r }, d.fine: { if: \(allEnded), to: r }, d.bad: {} } }, r: { $T, on: { x: \(go) } } } }",
            child: twoEnds),
        Case(
            "children that may all have ended when they are asked for",
            "a: { $T, children: [{ name: c, run: kid, join: all }], initial: v, states: { v: { $T, on: { n: { $T, by: [INT], to: w } } }, w: { $T, on: { c.fine: { if: \(allEnded), to: r }, c.bad: { if: \(allEnded), to: r } } }, r: { $T, on: { x: \(go) } } } }",
            child: twoEnds),
        Case(
            "the last end of children that there may be none of",
            "a: { $T, children: [{ name: c, forEach: lab in agreement.labs, run: kid, join: all }], initial: w, states: { w: { $T, on: { c.fine: { if: \(allEnded), to: r }, c.bad: { if: \(allEnded), to: r } } }, r: { $T, on: { x: \(go) } } } }",
            child: twoEnds),
        Case("a flag that was given", set("flag", "vars.v")),
        Case("a choice that was made", set("[P, Q]", "vars.v == 'P'")),
        Case("a number that was given", set("integer", "vars.v == 5")),
        Case(
            "a count that only grows",
            "a: { $T, do: [{ set: { v: '0' } }], on: { up: { $T, by: [INT], do: [{ set: { v: vars.v + 1 } }] }, go: { $T, by: [INT], to: b } } }\nb: { $T, on: { x: \(asking("vars.v < 3")) } }"
        ),
        Case(
            "an act where something may hold that is taken before",
            "a: { $T, on: { back: { $T, by: [INT], to: m } } }\nm: { $T, on: { always: { if: \"agreement.unit == 'U1'\", to: a }, x: \(go) } }"
        ),
        Case("a change of the dossier", "a: { $T, on: { dossier.changed: { to: z } } }"),
        Case("a file that has to be complete", "a: { $T, on: { x: \(asking("dossier.complete")) } }"),
        Case(
            "a time that is over",
            "a: { $T, on: { x: \(asking("now < timestamp('2020-01-01T00:00:00Z')")) } }"),
        Case(
            "timers under a condition",
            "a: { $T, timers: [{ name: t, due: { after: P1D }, event: e }, { name: u, due: { after: P9D }, event: f }], on: { e: { if: dossier.complete, to: z }, f: { if: dossier.complete, to: z } } }"
        ),
        Case(
            "a timer of a day that may not be known",
            "a: { $T, timers: [{ name: t, due: { at: agreement.plannedStart }, event: e }], on: { e: { to: z } } }"
        ),
        Case(
            "one end of many children",
            "a: { $T, children: [{ name: c, forEach: party in agreement.parties, run: kid, join: { when: \"children.all(x, x.ended && x.outcome == 'fine')\" } }], on: { done: { to: z }, c.bad: {} } }",
            child: twoEnds),
        Case(
            "three children of the parties",
            "a: { $T, children: [{ name: c, forEach: party in agreement.parties, run: kid, join: { atLeast: 3 } }], on: { done: { to: z } } }",
            child: oneEnd),
        Case(
            "a child that may wait for ever",
            "a: { $T, children: [{ name: c, run: kid, join: all }], on: { done: { to: z } } }",
            child: stuckAtTimes),
        Case("what a cited agreement tells", "a: { $T, on: { framework.ended: { to: z } } }"),
        Case(
            "an act of a child that the status refuses",
            "a: { $T, legal: none, children: [{ name: c, run: kid, join: all }], on: { done: { to: z }, other: { $T, by: [INT], to: a } } }",
            child: oneEnd, also: restricted("none", to: "[other]")),
        Case(
            "a way out that the status refuses, although no state gives it",
            "a: { $T, on: { x: \(go), other: { $T, by: [INT], to: a } } }",
            also: restricted("none", to: "[other]")),
        Case(
            "an act of a role that must not be had",
            "a: { $T, on: { x: \(asking("!('INT' in actor.roles) && agreement.id != ''")) } }"),
        Case(
            "an act that no holder of the role passes",
            "a: { $T, on: { x: \(asking("actor.roles.all(r, r != 'INT')")) } }"),
        Case(
            "a call that the definition alone knows",
            "a: { $T, on: { x: { $T, by: [INT], do: [{ call: \"'next'\" }], to: z } } }"),
        Case(
            "a person that a variable names",
            "a: { $T, do: [{ set: { who: \"'p1'\" } }], on: { x: { $T, by: [INT], do: [{ assign: { role: INT, person: vars.who } }], to: z } } }"
        ),
    ]

    private static func dated(_ due: String) -> String {
        "a: { $T, timers: [{ name: t, due: { at: \"\(due)\", kind: opening }, event: e }], on: { e: { to: z } } }"
    }

    private static func carrying(_ kind: String, _ formula: String) -> String {
        "a: { $T, on: { x: \(asking(formula, input: "f: \(kind)")) } }"
    }

    /// What no value that the engine takes meets, and days that may be none.
    static let impossible: [Case] = [
        Case("an instant that is none", carrying("instant", "event.f == 'soon'")),
        Case("an instant before all", carrying("instant", "event.f < '0000'")),
        Case("a day before all", carrying("day", "event.f < '0001-01-01'")),
        Case("a text that says nothing", carrying("text", "event.f == ''")),
        Case("a person that is nobody", carrying("person", "event.f == ''")),
        Case("a party that is none", carrying("party", "event.f == ''")),
        Case("a document that is none", carrying("document", "event.f == 'notahash'")),
        Case("a day that may be none, by a choice", dated("call.year > 2010 ? '' : '2030-01-01'")),
        Case("a day that may be none, by a parameter", dated("param.none"), also: "parameters: { none: '' }"),
        Case(
            "a day that may be none, by a rule", dated("rule.d"),
            also: "rules: { d: [{ value: '' }, { from: 2030-01-01, value: 2031-01-01 }] }"),
        Case(
            "a party that the definition alone knows, taken out",
            "a: { $T, on: { x: { $T, by: [INT], do: [{ remove_party: \"'p9'\" }], to: z } } }"),
    ]

    @Test("What the engine never takes, and days that may be none, prove nothing", arguments: impossible)
    func neverTaken(_ one: Case) {
        let findings = Small.findings(one.text)
        #expect(one.answer != .proved && (one.answer != nil || !findings.isEmpty), "\(findings)")
    }

    static let orders = [
        "children[0].outcome == 'fine' && children[1].outcome == 'bad'",
        "children.map(c, c.outcome) == ['fine', 'bad']", "children.size() / 2 == 10",
        "children.size() + 1 == 14",
    ]

    @Test(
        "A join that asks for an order, or computes, is neither shown to hold nor never to", arguments: orders
    )
    func order(formula: String) {
        let one = Case(
            "",
            "a: { $T, children: [{ name: c, forEach: party in agreement.parties, run: kid, join: { when: \"\(formula)\" } }], on: { done: { to: z }, c.fine: {}, c.bad: {} } }",
            child: Self.twoEnds)
        let findings = Small.findings(one.text)
        #expect(!findings.contains { $0.contains("join_never_completes") }, "\(findings)")
        #expect(!findings.contains { $0.contains("dead_transition") }, "\(findings)")
        #expect(one.answer != .proved)
    }

    /// Each way out rings in thirty days, and begins anew before.
    static let begunAnew: [Case] = [
        Case(
            "by the timer of each part",
            "a: { $T, timers: [\(timer("t", 30, "e"))], on: { e: { to: z } }, initial: i, states: { i: { $T, timers: [\(timer("u", 10, "f"))], on: { f: { to: a }, n: { $T, by: [INT], to: j } } }, j: { $T, timers: [\(timer("v", 20, "g"))], on: { g: { to: a } } } } }"
        ),
        Case(
            "by the timer of another region",
            "a: { $T, on: { f: { to: a } }, parallel: { b: { $T, timers: [\(timer("t", 30, "e"))], on: { e: { to: z } } }, c: { $T, initial: y, states: { y: { $T, timers: [\(timer("u", 10, "f"))], on: { n: { $T, by: [INT], to: w } } }, w: { $T, timers: [\(timer("v", 10, "f"))] } } } } }"
        ),
        Case(
            "by a child",
            "a: { $T, timers: [\(timer("t", 30, "e"))], on: { e: { to: z }, c.fine: { to: a } }, children: [{ name: c, run: kid, join: none }] }",
            child: endInTime),
        Case(
            "by two timers in turn, of two states",
            "a: { $T, timers: [\(timer("t", 30, "e"))], on: { e: { to: z } }, initial: i, states: { i: { $T, timers: [\(timer("u", 10, "f"))], on: { f: { to: b }, n: { $T, by: [INT], to: j } } }, j: { $T, timers: [\(timer("w", 10, "f"))], on: { f: { to: b } } } } }\nb: { $T, timers: [\(timer("v", 10, "g"))], on: { g: { to: a } } }"
        ),
        Case(
            "a child that ends in time, by a timer",
            "a: { $T, timers: [\(timer("t", 10, "e"))], on: { e: { to: a }, c.fine: { to: z } }, children: [{ name: c, run: kid, join: none }] }",
            child: endInTime),
    ]

    @Test("What time brings is not proved to come where time begins it anew", arguments: begunAnew)
    func beginsAnew(_ one: Case) {
        guard case .notDecided(let reason)? = one.answer else {
            Issue.record("\(String(describing: one.answer)) \(Small.findings(one.text))")
            return
        }
        #expect(
            reason.en.contains("whether the timer") || reason.en.contains("how the children"), "\(reason)")
    }

    @Test("A timer that an only part always begins anew never rings")
    func onlyPart() {
        let text = Case(
            "",
            "a: { $T, timers: [\(Self.timer("t", 30, "e"))], on: { e: { to: z } }, initial: i, states: { i: { $T, timers: [\(Self.timer("u", 10, "f"))], on: { f: { to: a } } } } }"
        ).text
        let findings = Small.findings(text)
        #expect(findings.contains { $0.contains("dead_transition") }, "\(findings)")
        #expect(findings.contains { $0.contains("no_end_reachable") }, "\(findings)")
    }

    @Test("What stays open is not decided, with the reason, and never proved", arguments: undecided)
    func notDecided(_ one: Case) {
        guard case .notDecided(let reason)? = one.answer else {
            Issue.record("\(String(describing: one.answer)) \(Small.findings(one.text))")
            return
        }
        #expect(reason.en.hasPrefix("after start"), "\(reason)")
    }

    @Test("The reason names the conditions on the way")
    func reason() {
        guard case .notDecided(let reason)? = Case("", Self.set("flag", "vars.v")).answer else {
            Issue.record("decided")
            return
        }
        #expect(reason.en == "after start it depends on what is not known: \"vars.v\"")
    }

    static let lost: [Case] = [
        Case(
            "a timer that would have to ring twice",
            "a: { $T, timers: [{ name: t, due: { after: P1D }, event: e }], initial: x, states: { x: { $T, on: { e: { to: y } } }, y: { $T, on: { e: { to: w } } }, w: { $T, on: { n: { $T, by: [INT], to: z } } } } }"
        ),
        Case(
            "the only child ended otherwise",
            "a: { $T, children: [{ name: c, run: kid, join: none }], on: { c.fine: { to: z }, c.bad: {} } }",
            child: twoEnds),
        Case(
            "the only child ended otherwise, which its join asks for",
            "a: { $T, children: [{ name: c, run: kid, join: { when: \"children.exists(x, x.outcome == 'fine')\" } }], on: { done: { to: z }, c.bad: {} } }",
            child: twoEnds),
        Case(
            "a join of all beside one of its ends, which is told before it",
            "a: { $T, children: [{ name: c, run: kid, join: all }], on: { done: { to: z }, c.fine: { to: b } } }\nb: { $T, on: { x: { $T, by: [INT], to: b } } }",
            child: oneEnd),
        Case(
            "one end that would have to be told twice",
            "a: { $T, children: [{ name: c, run: kid, join: none }], initial: x, states: { x: { $T, on: { c.fine: { to: y } } }, y: { $T, on: { c.fine: { to: w } } }, w: { $T, on: { n: { $T, by: [INT], to: z } } } } }",
            child: oneEnd),
    ]

    @Test("What comes once does not come again", arguments: lost)
    func refuted(_ one: Case) {
        guard case .refuted(let path)? = one.answer else {
            Issue.record("\(String(describing: one.answer)) \(Small.findings(one.text))")
            return
        }
        #expect(path.first?.en == "start")
        #expect(Small.findings(one.text).contains { $0.contains("no_end_reachable: start") })
    }

    @Test("That the parties changed is told where something changes them")
    func partiesChanged() {
        let change = "c: { $T, by: [INT], input: { f: party }, do: [{ remove_party: event.f }] }, "
        for (acts, isHeard) in [("", false), (change, true)] {
            let text = Case("", "a: { $T, on: { \(acts)parties.changed: { to: z } } }").text
            let findings = Small.findings(text)
            #expect(findings.contains { $0.contains("dead_transition") } == !isHeard, "\(findings)")
        }
    }

    @Test("Children of one name that run other processes are told apart")
    func otherProcess() {
        let ask = "[{ if: \"children.exists(k, k.chart == 'kid')\", to: "
        let states = """
            a: { $T, children: [{ name: c, run: kid, join: none }], on: { c.fine: \(ask)b }] } }
            b: { $T, children: [{ name: c, run: other, join: none }], on: { c.fine: \(ask)z }, { to: y }] } }
            y: { $T, final: true }
            """
        let other = Self.oneEnd + "\nother:\n  $T\n  initial: k\n  states:\n" + Self.oneEnd
        let findings = Small.prove(Case("", states, child: other).text).findings
        #expect(!findings.contains { $0.code == .unreachable && $0.message.en.contains("y") }, "\(findings)")
        #expect(findings.contains { $0.code == .unreachable && $0.message.en.contains("z") }, "\(findings)")
    }

    @Test("A branch for children that have not ended is dead where all of them have")
    func deadBranch() {
        let text = Case(
            "",
            "a: { $T, children: [{ name: c, run: kid, join: none }], on: { c.fine: [{ if: \"children.size() == 1 && children.all(k, k.ended)\", to: z }, {}] } }",
            child: Self.oneEnd
        ).text
        #expect(Small.findings(text).contains("14 dead_transition: start"), "\(Small.findings(text))")
    }
}
