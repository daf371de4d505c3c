import Agreements
import TestSupport
import Testing

@Suite("Timers are applied in order, each as of its own instant")
struct TimerTests {
    static let states = """
        draft:
          TITLE
          timers:
            - { name: open, due: { at: "'2016-05-02'", kind: opening }, event: begins }
          on:
            begins: { to: running }
            stop: { TITLE, by: [PI_FR], to: ended }
        running:
          TITLE
          legal: in_force
          timers:
            - { name: second, due: { after: P10D, kind: silence }, event: second }
            - { name: first, due: { after: P5D, kind: silence }, event: first }
          on:
            first: { do: [{ set: { firstOn: day(now) } }] }
            second: { to: over }
            stop: { TITLE, by: [PI_FR], to: ended }
        over: { TITLE, legal: expired_pending, on: { stop: { TITLE, by: [PI_FR], to: ended } } }
        ended: { TITLE, legal: ended, final: true }
        """

    static func bench() throws -> Bench { try Bench(proposed: Rules.workflow(states)) }

    @Test("Nothing happens before its instant, and a timer fires once")
    func once() throws {
        var bench = try Self.bench()
        let due = House.instant("2016-05-02T00:00")
        try bench.serve(at: due.adding(milliseconds: -1))
        #expect(bench.state == ["draft"])
        try bench.serve(at: due)
        #expect(bench.state == ["running"])
        let count = bench.events.count
        try bench.serve(at: due)
        #expect(bench.events.count == count)
    }

    @Test("A late runner gives states, legal days and variables of a punctual one; only `at` tells")
    func late() throws {
        var bench = try Self.bench()
        let late = House.instant("2016-07-01T12:00")
        try bench.serve(at: late)
        #expect(bench.events.dropFirst().map(\.type) == ["begins", "first", "second"])
        #expect(bench.events.dropFirst().allSatisfy { $0.at == late && $0.authority.actor == "system:timer" })
        #expect(bench.agreement?.legal.map(\.effectiveOn.description) == ["2016-05-02", "2016-05-13"])
        #expect(bench.agreement?.variables["firstOn"] == "2016-05-08")
        #expect(bench.events.last?.effectiveOn == House.day("2016-05-13"))
    }

    @Test("What is due comes before a command and stays when the command is refused")
    func beforeRefused() throws {
        var bench = try Self.bench()
        bench.facts.now = House.instant("2016-07-01T12:00")
        #expect(throws: Refusal.self) { try bench.act("stop", by: House.office) }
        #expect(bench.state == ["over"])
        #expect(bench.agreement?.seq == 4)
        try bench.act("stop", by: House.lead)
        #expect(bench.events.last?.fromState == ["over"])
        #expect(bench.agreement == bench.refolded)
    }

    @Test("Leaving a state closes its timers")
    func left() throws {
        var bench = try Self.bench()
        try bench.serve(at: House.instant("2016-05-03T09:00"))
        try bench.act("stop", by: House.lead)
        #expect(bench.agreement?.timers == [])
        try bench.serve(at: House.instant("2017-01-01T09:00"))
        #expect(bench.state == ["ended"])
    }

    @Test(
        "A timer whose consequence is impossible stops there: those before it are kept, and the refusal says why"
    )
    func impossible() throws {
        let workflow = try Rules.workflow(
            """
            draft:
              TITLE
              timers:
                - { name: fine, due: { at: "'2016-05-02'", kind: opening }, event: fine }
                - { name: broken, due: { at: "'2016-05-03'", kind: opening }, event: broken }
              on:
                fine: { do: [{ set: { done: "true" } }] }
                broken: { do: [{ set: { count: vars.missing } }] }
            """)
        var bench = try Bench(proposed: workflow)
        let refusal = bench.refusal { try $0.serve(at: House.instant("2016-06-01T00:00")) }
        #expect(refusal?.code == "rule_failed")
        #expect(throws: Refusal.self) { try bench.serve(at: House.instant("2016-06-01T00:00")) }
        #expect(bench.agreement?.variables["done"] == true)
        #expect(bench.agreement?.timers.map(\.name) == ["broken"])
        #expect(bench.agreement == bench.refolded)
    }
}
