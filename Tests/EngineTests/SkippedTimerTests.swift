import Agreements
import TestSupport
import Testing

@Suite("A timer that blocks its agreement can be left out")
struct SkippedTimerTests {
    private static let states = """
        draft:
          TITLE
          timers:
            - { name: fine, due: { at: "'2016-05-02'", kind: opening }, event: fine }
            - { name: broken, due: { at: "'2016-05-03'", kind: opening }, event: broken }
            - { name: worse, due: { at: "'2016-05-04'", kind: opening }, event: broken }
            - { name: last, due: { at: "'2016-05-05'", kind: opening }, event: last }
          on:
            fine: { do: [{ set: { done: "true" } }] }
            broken: { do: [{ set: { count: vars.missing } }] }
            last: { to: over }
            stop: { TITLE, by: [PI_FR], to: over }
        over: { TITLE, legal: ended, final: true }
        """

    private static func bench() throws -> Bench {
        var bench = try Bench(proposed: Rules.workflow(states))
        bench.facts.now = House.instant("2016-06-01T00:00")
        return bench
    }

    private static func timer(_ name: String, of bench: Bench) throws -> ArmedTimer.ID {
        try #require(bench.agreement?.timers.first { $0.name == name }?.id)
    }

    private static func skip(
        _ name: String, in bench: inout Bench, by person: Person.ID = House.office, because: String = "agreed"
    ) throws {
        try bench.decide(.skipTimer(try timer(name, of: bench), reason: because), by: .person(person))
    }

    @Test("The office leaves out the one that blocks; who, which and why is an event, and the next goes on")
    func skips() throws {
        var bench = try Self.bench()
        #expect(throws: Refusal.self) { try bench.act("stop", by: House.lead) }
        try Self.skip("broken", in: &bench)
        let event = try #require(bench.events.last)
        #expect(event.type == "timer_skipped")
        #expect(event.authority.actor == House.office.description)
        #expect(event.payload.input["timer"] == "broken")
        #expect(event.payload.input["cause"] == "rule_failed")
        #expect(event.payload.input["reason"]?["value"] != nil)
        #expect(bench.agreement?.timers.map(\.name) == ["worse", "last"])
        try Self.skip("worse", in: &bench)
        #expect(bench.state == ["over"])
        #expect(bench.agreement == bench.refolded)
    }

    @Test("Only the timer that blocks now, only by the office, and with a reason")
    func refused() throws {
        var bench = try Self.bench()
        let cases: [(String, Person.ID, String, String)] = [
            ("worse", House.office, "x", "timer_not_stuck"), ("last", House.office, "x", "timer_not_stuck"),
            ("broken", House.lead, "x", "not_authorized"), ("broken", House.office, " ", "bad_input"),
            ("broken", House.office, "a\0", "bad_input"),
        ]
        for (name, person, reason, code) in cases {
            let refusal = bench.refusal { try Self.skip(name, in: &$0, by: person, because: reason) }
            #expect(refusal?.code == code)
        }
        bench.facts.now = House.instant("2016-04-01T00:00")
        #expect(bench.refusal { try Self.skip("broken", in: &$0) }?.code == "timer_not_stuck")
    }
}
