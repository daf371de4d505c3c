import Agreements
import Engine
import TestSupport
import Testing

@Suite("An agreement moves to another version of its definition")
struct SmallMigrationTests {
    private static let first = """
        draft:
          TITLE
          legal: none
          task: { TITLE, role: PI_FR, due: { after: P10D } }
          timers:
            - { name: late, due: { after: P20D, kind: silence }, event: late }
            - { name: kept, due: { after: P30D, kind: silence }, event: kept }
            - { name: gone, due: { after: P40D, kind: silence }, event: gone }
          on:
            late: { do: [{ set: { late: "true" } }] }
            kept: { do: [{ set: { kept: "true" } }] }
            gone: { do: [{ set: { gone: "true" } }] }
            stop: { TITLE, by: [PI_FR], to: ended }
            wait: { TITLE, by: [PI_FR], to: waiting }
        waiting: { TITLE, on: { stop: { TITLE, by: [PI_FR], to: ended } } }
        ended: { TITLE, legal: ended, final: true }
        """

    private static let second =
        first
        .replacing("role: PI_FR, due: { after: P10D }", with: "role: INT, due: { after: P12D }")
        .replacing("after: P20D", with: "after: P25D").replacing("gone", with: "fresh")
        .replacing(
            "stop: { TITLE, by: [PI_FR], to: ended }\n    wait",
            with: "stop: { TITLE, by: [PI_FR], if: [{ that: \"1 > 2\", else: never }], to: ended }\n    wait")

    private static func workflow(_ states: String, _ version: String) throws -> Workflow {
        try Rules.workflow(states, refusals: states.contains("never") ? ["never"] : [], version: version)
    }

    private static func moved(
        to states: String, after days: Int = 0, _ body: (inout Bench) throws -> Void = { _ in }
    ) throws -> (bench: Bench, impact: Impact, events: [Event]) {
        var bench = try Bench(proposed: workflow(first, "1"))
        bench.facts.now = bench.facts.now.adding(milliseconds: Int64(days) * 86_400_000)
        try bench.serve(at: bench.facts.now)
        try body(&bench)
        let agreement = try #require(bench.agreement)
        let target = try workflow(states, "2")
        let study = ImpactStudy(
            from: bench.workflow, to: target, facts: bench.facts, randomness: House.randomness())
        let impact = study.impact(on: agreement)
        let events = try bench.migrate(to: target)
        #expect(study.impact(on: agreement, events: events, refusal: impact.refusal) == impact)
        return (bench, impact, events)
    }

    @Test("What both versions ask for goes on; what differs is replaced, counted from the entry of its state")
    func replaced() throws {
        let (bench, impact, events) = try Self.moved(to: Self.second)
        #expect(events.map(\.type) == ["migrated"])
        #expect(events.map(\.workflow) == ["test@2"])
        #expect(events.first?.authority.actor == "system:migration")
        #expect(bench.agreement?.version == "2")
        let timers = bench.agreement?.timers.sorted { $0.due < $1.due } ?? []
        #expect(timers.map(\.name) == ["late", "kept", "fresh"])
        #expect(timers.first?.due == House.instant("2016-04-27T00:00"))
        #expect(bench.agreement?.tasks.map(\.role.role) == ["INT"])
        #expect(bench.agreement?.tasks.first?.due?.day == House.day("2016-04-13"))
        #expect(impact.refusal == nil)
        #expect(
            impact.changes.map(\.summary) == [
                "task draft PI_FR INT", "timer fresh", "timer gone", "timer late", "act stop never",
            ])
        #expect(bench.agreement == bench.refolded)
        try Invariants.check(
            try #require(bench.agreement), bench.events, refolded: bench.refolded, "migrated")
    }

    @Test(
        "What rang does not ring again, unless its day is still to come; a new clock that is past rings at once"
    )
    func rang() throws {
        let (bench, _, events) = try Self.moved(to: Self.second, after: 45)
        #expect(bench.agreement?.variables["late"] == true)
        #expect(events.map(\.type) == ["migrated", "fresh"])
        #expect(bench.agreement?.timers == [])
        let again = try Self.moved(to: Self.second, after: 22)
        #expect(again.bench.agreement?.variables["late"] == true)
        #expect(again.bench.agreement?.timers.map(\.name).sorted() == ["fresh", "kept", "late"])
    }

    @Test("A state without counterpart is named, and nothing moves")
    func noCounterpart() throws {
        let states = Self.first.replacing("waiting", with: "pending")
        let (bench, impact, events) = try Self.moved(to: states) { try $0.act("wait", by: House.lead) }
        #expect(impact.refusal?.code == "no_counterpart")
        #expect(impact.refusal?.state == ["life: waiting"])
        #expect(events.isEmpty)
        #expect(bench.agreement?.version == "1")
        #expect(try Self.moved(to: states).impact.refusal == nil)
    }

    @Test("A legal status that cannot follow is refused; one that can is recorded with its day")
    func legal() throws {
        let binding = Self.first.replacing("legal: none", with: "legal: in_force")
        let (bench, impact, _) = try Self.moved(to: binding)
        #expect(bench.agreement?.legal.last?.status == .inForce)
        #expect(bench.agreement?.legal.last?.effectiveOn == House.day("2016-04-01"))
        #expect(impact.changes.contains(.legal(before: .none, after: .inForce)))
        let impossible = Self.first.replacing("legal: none", with: "legal: suspended")
        #expect(try Self.moved(to: impossible).impact.refusal?.code == "legal_status")
    }

    @Test("Nobody migrates by hand, and nothing moves to where it is")
    func refused() throws {
        var bench = try Bench(proposed: Self.workflow(Self.first, "1"))
        #expect(
            bench.refusal { try $0.decide(.migrate(to: "2"), by: .person(House.lead)) }?.code
                == "not_authorized")
        let target = try Self.workflow(Self.second, "2")
        try bench.migrate(to: target)
        #expect(bench.refusal { try $0.migrate(to: target) }?.code == "already_migrated")
    }
}

extension ImpactChange {
    fileprivate var summary: String {
        switch self {
        case .states(let process, _, _): "states \(process)"
        case .legal: "legal"
        case .task(_, let state, let before, let after):
            "task \(state) \(before?.role.role ?? "–") \(after?.role.role ?? "–")"
        case .timer(_, _, let name, _, _): "timer \(name)"
        case .notice(let id, _, _): "notice \(id)"
        case .act(_, let name, _, let after): "act \(name) \(after?.refusal ?? "allowed")"
        }
    }
}
