import Agreements
import TestSupport
import Testing

@Suite("An open step that comes to somebody else")
struct HandoverTests {
    private static let states = """
        draft:
          TITLE
          task: { role: ITMO, TITLE, due: { after: P30D } }
          children: [{ name: check, run: check, join: none }]
          on: { over: { TITLE, by: [PI_FR], to: ended } }
        ended: { TITLE, final: true }
        """
    private static let check = """
        check:
          TITLE
          initial: open
          states:
            open: { TITLE, task: { role: ITMO, TITLE, due: { after: P10D } }, on: { finish: { TITLE, by: [ITMO], to: over } } }
            over: { TITLE, final: true }
        """
    private static let before = House.instant("2016-05-02T07:30")
    private static let machine = Command.Actor.system(cause: "holders")

    private static func bench(notices: [String] = ["N30H"]) throws -> Bench {
        var facts = House.facts()
        facts.grants.append(House.grant(House.director, "ITMO"))
        let told = notices.isEmpty ? "" : ", notify: [\(notices.joined(separator: ", "))]"
        let states = states.replacing("to: ended }", with: "to: ended\(told) }")
        var bench = try Bench(
            proposed: Rules.workflow(states, processes: check, notices: notices), facts: facts)
        bench.facts.now = House.instant("2016-05-03T07:30")
        return bench
    }

    /// A mandate that ended at midnight, and the one that follows it.
    private static func pass(_ bench: inout Bench, to person: Person.ID) {
        let midnight = House.instant("2016-05-03T00:00")
        guard let last = bench.facts.grants.indices.last else { return }
        bench.facts.grants[last].until = midnight
        var next = House.grant(person, "ITMO")
        next.from = midnight
        bench.facts.grants.append(next)
    }

    @Test("The new holder is told once for the file, of the step that is due first; the former is not")
    func mandate() throws {
        var bench = try Self.bench()
        Self.pass(&bench, to: House.deputy)
        try bench.decide(.tellHolders(since: Self.before), by: Self.machine)
        #expect(bench.owed.map(\.notice) == ["N30H"])
        #expect(bench.owed.map(\.recipient) == [House.deputy])
        #expect(bench.owed.map(\.process) == ["life/check/1"])
        #expect(bench.owed.first?.due?.day == House.day("2016-04-11"))
        #expect(!bench.owed.contains { !$0.isReminder })
        #expect(bench.events.last?.type == "holders_changed")
        #expect(bench.agreement == bench.refolded)
    }

    @Test("On the next morning nobody is told again, and nothing is recorded")
    func once() throws {
        var bench = try Self.bench()
        Self.pass(&bench, to: House.deputy)
        let since = bench.facts.now
        bench.facts.now = House.instant("2016-05-04T07:30")
        let events = try bench.decide(.tellHolders(since: since), by: Self.machine)
        #expect(events.isEmpty && bench.owed.isEmpty)
    }

    @Test(
        "Who holds it still, who holds a step that began later, and who reads an older definition are not told"
    )
    func nobody() throws {
        var same = try Self.bench()
        let kept = try same.decide(.tellHolders(since: Self.before), by: Self.machine)
        var late = try Self.bench()
        Self.pass(&late, to: House.deputy)
        let since = House.instant("2016-03-31T07:30")
        let begun = try late.decide(.tellHolders(since: since), by: Self.machine)
        var old = try Self.bench(notices: [])
        Self.pass(&old, to: House.deputy)
        let unknown = try old.decide(.tellHolders(since: Self.before), by: Self.machine)
        #expect(kept.isEmpty && begun.isEmpty && unknown.isEmpty)
    }

    @Test("Only the machine tells")
    func refused() throws {
        let bench = try Self.bench()
        let refusal = bench.refusal {
            try $0.decide(.tellHolders(since: Self.before), by: .person(House.office))
        }
        #expect(refusal?.code == "not_authorized")
    }

    @Test("When an institute is merged into another, the people of the other are told")
    func merger() throws {
        var bench = try Self.bench()
        bench.facts.grants.append(House.grant(House.deputy, "ITMO", .unit("U0002")))
        let early = try bench.decide(.tellHolders(since: Self.before), by: Self.machine)
        #expect(early.isEmpty)
        bench.facts.successions = [
            Succession(kind: .unit, from: "U1151", into: "U0002", on: House.day("2016-05-03"))
        ]
        try bench.decide(.tellHolders(since: Self.before), by: Self.machine)
        #expect(bench.owed.map(\.recipient) == [House.deputy])
    }
}
