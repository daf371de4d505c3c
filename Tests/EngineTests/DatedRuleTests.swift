import Agreements
import TestSupport
import Testing

@Suite("Rules with dates, measures by party, terms set anew")
struct DatedRuleTests {
    static let rules = """
        rules:
          silence: [{ value: P3M }, { from: 2016-04-02, value: P1M }]
          europe: [{ value: [DE, GB] }, { from: 2020-02-01, value: [DE] }]
        """

    @Test("The length that holds on the day is taken when the period starts, and kept")
    func lengths() throws {
        let workflow = try Rules.workflow(
            """
            draft:
              TITLE
              timers: [{ name: end, due: { at: "plus(day(now), rule.silence)", kind: silence }, event: ends }]
              on:
                again: { TITLE, by: [PI_FR], to: draft }
                ends: { to: ended }
            ended: { TITLE, final: true }
            """, also: Self.rules)
        var bench = try Bench(proposed: workflow)
        #expect(bench.agreement?.timers.map(\.due) == [House.instant("2016-07-02T00:00")])
        bench.facts.now = House.instant("2016-04-02T09:00")
        try bench.decide(.serveTimers, by: .system(cause: "timer"))
        #expect(bench.agreement?.timers.map(\.due) == [House.instant("2016-07-02T00:00")])
        try bench.act("again", by: House.lead)
        #expect(bench.agreement?.timers.map(\.due) == [House.instant("2016-05-03T00:00")])
    }

    @Test(
        "A period reads the length of the day that its rule names, of today where that day is not known",
        arguments: [
            ("2016-04-01", "2016-07-02T00:00"), ("2016-04-02", "2016-05-03T00:00"), ("", "2016-05-11T00:00"),
        ])
    func asOf(_ received: String, _ due: String) throws {
        let workflow = try Rules.workflow(
            """
            draft:
              TITLE
              on: { note: { TITLE, by: [PI_FR], input: { received?: day }, do: [{ set: { day: "has(event.received) ? event.received : ''" } }], to: wait } }
            wait:
              TITLE
              timers: [{ name: end, due: { at: "plus(vars.day == '' ? day(now) : vars.day, rule.silence)", asOf: vars.day, kind: silence }, event: ends }]
              on: { ends: { to: ended } }
            ended: { TITLE, final: true }
            """, also: Self.rules)
        var bench = try Bench(proposed: workflow)
        bench.facts.now = House.instant("2016-04-10T09:00")
        try bench.act("note", by: House.lead, input: received.isEmpty ? [:] : ["received": .string(received)])
        #expect(bench.agreement?.timers.map(\.due) == [House.instant(due)])
        let reads = bench.events.last?.payload.reads.filter { $0.path == "rule.silence" }.map(\.value)
        #expect(reads == [received == "2016-04-01" ? "P3M" : "P1M"])
    }

    static let measured = """
        draft:
          TITLE
          timers: [{ name: next, due: { at: measures.nextChange, kind: instant }, event: measure.begins }]
          on:
            measure.begins: { do: [{ set: { hit: "measures.parties.map(m, m.id)" } }] }
            measure.changed: { do: [{ set: { hit: "measures.parties.map(m, m.id)" } }] }
            over: { TITLE, by: [PI_FR], to: ended }
        ended: { TITLE, final: true }
        """

    static func measure(_ target: String, from: String, exempt: [Scope]? = nil) -> Measure {
        Measure(
            id: House.identifier(60), target: target, kind: .noPayment, from: House.instant(from),
            legalReference: "833/2014", exempt: exempt)
    }

    static let targets: [(Measure, JSON)] = [
        (measure("KR", from: "2016-03-01T00:00"), ["snu"]),
        (measure("snu", from: "2016-03-01T00:00"), ["snu"]),
        (measure("JP", from: "2016-03-01T00:00"), []),
        (measure("KR", from: "2016-03-01T00:00", exempt: [Scope("instrument:TST")]), []),
        (measure("KR", from: "2016-03-01T00:00", exempt: [Scope("instrument:ACC")]), ["snu"]),
        (measure("KR", from: "2016-03-01T00:00", exempt: [.party("snu")]), []),
    ]

    @Test("A measure is on a party or its country, unless it exempts the agreement", arguments: targets)
    func parties(_ measure: Measure, _ hit: JSON) throws {
        var bench = try Bench(proposed: Rules.workflow(Self.measured))
        bench.facts.measures = [measure]
        try bench.decide(.tell(event: "measure.changed"), by: .system(cause: "measure"))
        #expect(bench.agreement?.variables["hit"] == hit)
    }

    @Test("One that begins later is felt when it begins")
    func later() throws {
        var bench = try Bench(proposed: Rules.workflow(Self.measured))
        #expect(bench.agreement?.timers == [])
        bench.facts.measures = [Self.measure("KR", from: "2016-05-01T00:00")]
        try bench.decide(.tell(event: "measure.changed"), by: .system(cause: "measure"))
        #expect(
            bench.agreement?.timers.map(\.due) == [
                House.instant("2016-05-01T00:00").adding(milliseconds: 1)
            ])
        try bench.serve(at: House.instant("2016-05-02T00:00"))
        #expect(bench.agreement?.variables["hit"] == ["snu"])
    }

    @Test("A term that is set anew moves what counts from its end")
    func terms() throws {
        let workflow = try Rules.workflow(
            """
            draft:
              TITLE
              do: [{ term: { start: "'2016-01-01'", end: "'2019-12-31'" } }]
              on: { open: { TITLE, by: [PI_FR], to: active } }
            active:
              TITLE
              task: { role: INT, TITLE, due: { at: agreement.end, kind: silence }, remind: [{ notice: N28, at: [-P12M], to: [PI_FR] }] }
              timers: [{ name: end, due: task, event: ends }]
              on:
                prolong: { TITLE, by: [PI_FR], do: [{ term: { start: agreement.start, end: "'2021-12-31'" } }] }
                ends: { to: ended }
            ended: { TITLE, final: true }
            """, notices: ["N28"])
        var bench = try Bench(proposed: workflow)
        try bench.act("open", by: House.lead)
        try bench.act("prolong", by: House.lead)
        #expect(
            bench.agreement?.timers.map(\.due).sorted() == [
                House.instant("2020-12-31T07:30"), House.instant("2022-01-01T00:00"),
            ])
        #expect(bench.agreement?.tasks.map(\.due?.day) == [House.day("2021-12-31")])
        #expect(bench.refolded == bench.agreement)
    }

    @Test("The end of a term reads the start that comes with it, and the end that there was")
    func endOfTerm() throws {
        let workflow = try Rules.workflow(
            """
            draft:
              TITLE
              do: [{ term: { start: "'2016-01-01'", end: "minus(plus(agreement.start, 'P4Y'), 'P1D')" } }]
              on:
                prolong: { TITLE, by: [PI_FR], do: [{ term: { start: "'2016-02-01'", end: "plus(agreement.end, 'P1Y')" } }] }
                close: { TITLE, by: [PI_FR], to: ended }
            ended: { TITLE, final: true }
            """)
        var bench = try Bench(proposed: workflow)
        try bench.act("prolong", by: House.lead)
        #expect(bench.agreement?.term == Term(start: House.day("2016-02-01"), end: House.day("2020-12-31")))
        #expect(bench.refolded == bench.agreement)
    }
}
