import Agreements
import TestSupport
import Testing

@Suite("Transitions that wait for a condition", .besideThePool)
struct ConditionTests {
    @Test("A condition is tried again after every event of the agreement, in every process")
    func waits() throws {
        let workflow = try Rules.workflow(
            """
            draft:
              TITLE
              do: [{ set: { count: "0" } }]
              on:
                go: { TITLE, by: [PI_FR], to: open }
            open:
              TITLE
              children: [{ name: watch, run: watch, join: none }]
              on:
                mark: { TITLE, by: [PI_FR], do: [{ set: { count: "vars.count + 1" } }] }
                watch.seen: { to: ended }
            ended: { TITLE, legal: ended, final: true }
            """,
            processes: """
                watch:
                  TITLE
                  initial: looking
                  states:
                    looking: { TITLE, on: { always: { if: vars.count >= 2, to: seen } } }
                    seen: { TITLE, final: true, outcome: seen }
                """)
        var bench = try Bench(proposed: workflow)
        try bench.act("go", by: House.lead)
        try bench.act("mark", by: House.lead)
        #expect(bench.state == ["open"])
        try bench.act("mark", by: House.lead)
        #expect(bench.state == ["ended"])
        #expect(bench.events.suffix(3).map(\.type) == ["mark", "always", "watch.seen"])
        #expect(bench.events.last?.authority.actor == "system:process")
    }

    @Test("What an act sets decides at once, also on a second round")
    func readsWhatWasSet() throws {
        var bench = try Bench(
            proposed: Rules.workflow(
                """
                draft:
                  TITLE
                  on:
                    ask: { TITLE, by: [PI_FR], input: { pages: integer }, do: [{ set: { pages: event.pages } }], to: asked }
                asked:
                  TITLE
                  on: { always: [{ if: "vars.pages > 10", to: long }, { if: "vars.pages <= 10", to: short }] }
                long: { TITLE, on: { again: { TITLE, by: [PI_FR], to: draft } } }
                short: { TITLE, on: { again: { TITLE, by: [PI_FR], to: draft }, stop: { TITLE, by: [PI_FR], to: ended } } }
                ended: { TITLE, legal: ended, final: true }
                """))
        for (pages, state) in [(5, "short"), (50, "long"), (7, "short")] {
            try bench.act("ask", by: House.lead, input: ["pages": .integer(Int64(pages))])
            #expect(bench.state == [state])
            #expect(bench.events.last?.type == "ask", "one step, one event")
            #expect(
                bench.events.last?.payload.reads.contains(
                    .init(path: "vars.pages", value: .integer(Int64(pages)))) ?? false)
            try bench.act("again", by: House.lead)
        }
    }

    @Test("The end of parts asks what the last act in them has said")
    func lastWord() throws {
        func part(_ name: String) -> String {
            """
            \(name): { TITLE, initial: open, states: { open: { TITLE, on: { \(name)_says: { TITLE, by: [PI_FR], input: { word: [good, bad] }, do: [{ set: { \(name): event.word } }], to: over } } }, over: { TITLE, final: true } } }
            """
        }
        var bench = try Bench(
            proposed: Rules.workflow(
                """
                draft:
                  TITLE
                  parallel:
                    \(part("law"))
                    \(part("money"))
                  on:
                    done: [{ if: "vars.law == 'good' && vars.money == 'good'", to: ended }, { to: draft }]
                ended: { TITLE, legal: ended, final: true }
                """))
        for (law, money, isOver) in [("good", "bad", false), ("bad", "good", false), ("good", "good", true)] {
            try bench.act("law_says", by: House.lead, input: ["word": .string(law)])
            try bench.act("money_says", by: House.lead, input: ["word": .string(money)])
            #expect((bench.state == ["ended"]) == isOver)
        }
    }

    @Test("A legal status is read as soon as a state of the step gives it")
    func readsStatus() throws {
        var bench = try Bench(
            proposed: Rules.workflow(
                """
                draft: { TITLE, on: { go: { TITLE, by: [PI_FR], to: force } } }
                force:
                  TITLE
                  legal: in_force
                  on: { always: [{ if: "agreement.legal == 'in_force'", to: running }, { to: ended }] }
                running: { TITLE, on: { stop: { TITLE, by: [PI_FR], to: ended } } }
                ended: { TITLE, legal: ended, final: true }
                """))
        try bench.act("go", by: House.lead)
        #expect(bench.state == ["running"])
    }

    @Test("What an action makes of the children is decided by those from before the step, and recorded so")
    func childrenOfActions() throws {
        var bench = try Bench(
            proposed: Rules.workflow(
                """
                draft:
                  TITLE
                  children: [{ name: ask, forEach: party in agreement.parties, run: ask, join: all }]
                  on:
                    done: { do: [{ set: { all: "children.all(c, c.outcome == 'agreed')" } }], to: sorted }
                    ask.agreed: {}
                    ask.against: {}
                sorted: { TITLE, on: { always: [{ if: vars.all, to: ended }, { to: apart }] } }
                apart: { TITLE, on: { look: { TITLE, by: [PI_FR], if: [{ that: "!vars.all", else: no_way }], to: ended } } }
                ended: { TITLE, legal: ended, final: true }
                """,
                processes: """
                    ask:
                      TITLE
                      initial: open
                      states:
                        open: { TITLE, on: { yes: { TITLE, by: [PI_FR], to: agreed }, not: { TITLE, by: [PI_FR], to: against } } }
                        agreed: { TITLE, final: true, outcome: agreed }
                        against: { TITLE, final: true, outcome: against }
                    """, refusals: ["no_way"]), parties: ["inserm", "snu"])
        let paths = try #require(bench.agreement).processes.keys.filter { $0 != "life" }.sorted()
        try bench.act("yes", by: House.lead, process: paths[0])
        try bench.act("not", by: House.lead, process: paths[1])
        #expect(bench.state == ["apart"])
        try bench.act("look", by: House.lead)
        #expect(bench.state == ["ended"])
    }

    @Test("A step whose action is refused is refused whole, whatever its conditions then read")
    func refusedAction() throws {
        let bench = try Bench(
            proposed: Rules.workflow(
                """
                draft: { TITLE, on: { go: { TITLE, by: [PI_FR], input: { who: text }, do: [{ assign: { role: COORD, person: event.who } }], to: sorted } } }
                sorted: { TITLE, on: { always: [{ if: "agreement.legal == 'none'", to: ended }] } }
                ended: { TITLE, legal: ended, final: true }
                """))
        let refusal = bench.refusal(of: "go", by: House.lead, input: ["who": "personne"])
        #expect(refusal?.code == "bad_input")
    }

    static let neverAtRest = [
        "draft: { TITLE, on: { go: { TITLE, by: [PI_FR], to: a } } }\na: { TITLE, on: { always: { if: \"now == now\", to: b } } }\nb: { TITLE, on: { always: { if: \"now == now\", to: a } } }",
        "draft: { TITLE, on: { go: { TITLE, by: [PI_FR], to: a } } }\na: { TITLE, timers: [{ name: t, due: { at: \"'2016-01-01'\", kind: opening }, event: t }], on: { t: { to: a } } }",
    ]

    @Test(
        "A definition that never comes to rest is refused, and nothing of it is kept", arguments: neverAtRest)
    func endless(_ states: String) throws {
        var bench = try Bench(proposed: Rules.workflow(states))
        let before = bench.agreement
        bench.facts.now = bench.facts.now.adding(milliseconds: 60_000)
        let refusal = bench.refusal { try $0.act("go", by: House.lead) }
        #expect(refusal?.code == "endless")
        #expect(throws: Refusal.self) { try bench.act("go", by: House.lead) }
        #expect(bench.agreement == before)
    }

    @Test(
        "Of a timer that rings for ever nothing is kept, what rang before it is, and another try adds nothing"
    )
    func ringsForEver() throws {
        let workflow = try Rules.workflow(
            """
            draft: { TITLE, timers: [{ name: day, due: { after: P1D }, event: day }], on: { day: { to: a } } }
            a: { TITLE, timers: [{ name: t, due: { at: "'2016-01-01'", kind: opening }, event: t }], on: { t: { to: a } } }
            """)
        var bench = try Bench(proposed: workflow)
        let before = bench.events.count
        for _ in 0..<2 {
            #expect(throws: Refusal.self) { try bench.serve(at: House.instant("2016-05-01T09:00")) }
            #expect(bench.state == ["a"] && bench.events.count == before + 1)
        }
    }

    @Test("A long outage with many timers is no endless definition")
    func longOutage() throws {
        let workflow = try Rules.workflow(
            """
            draft:
              TITLE
              timers: [{ name: day, due: { after: P1D }, event: day }]
              on: { day: { to: draft } }
            """)
        var bench = try Bench(proposed: workflow)
        try bench.serve(at: House.instant("2026-04-01T09:00"))
        #expect(bench.events.count > 2_000)
        #expect(bench.agreement?.timers.count == 1)
    }
}
