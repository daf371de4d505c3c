import Agreements
import TestSupport
import Testing

@Suite("The staffing proof, compared with counting day by day", .besideThePool)
struct StaffingPropertyTests {
    static let workflow = Result { try StaffingRules.bench() }

    @Test(
        "Whatever people, rights, absences, delegations and mergers there are, both say the same",
        arguments: 0..<LongSuite.plays(150, sample: 20))
    func same(_ run: Int) throws {
        let seed = SplitMix64.seed &+ UInt64(run)
        var story = StaffingStory(seed: seed)
        let bench = try story.bench(Self.workflow.get())
        let until = House.day("2016-05-20")
        let quick = try StaffingRules.report(bench, until: until)
        let plain = PlainStaffing(bench: bench, until: until).report()
        #expect(Set(quick.gaps) == plain.gaps, "replay with ENTENTE_SEED=\(seed)")
        #expect(Set(quick.singles) == plain.singles, "replay with ENTENTE_SEED=\(seed)")
        #expect(quick.gaps.count == plain.gaps.count, "a gap is told once: ENTENTE_SEED=\(seed)")
    }

    @Test(
        "No act comes that was not among the steps of the file before",
        arguments: 0..<LongSuite.plays(6, sample: 2))
    func reached(_ run: Int) throws {
        let seed = SplitMix64.seed &+ UInt64(run)
        var commands = RandomCommands(seed: seed)
        var bench = try Laboratory.submitted(RandomActsTests.workflow.get())
        var foreseen: [Set<String>] = []
        for _ in 1...120 {
            let before = bench.events.count
            let (body, actor) = commands.next(for: bench)
            _ = try? bench.decide(body, by: actor)
            for event in bench.events[before...] where event.payload.changes.contains(where: \.isDone) {
                for (point, steps) in foreseen.enumerated() {
                    #expect(
                        steps.contains(event.type) || Self.outside.contains(event.type),
                        "\(event.type) was not foreseen at point \(point): ENTENTE_SEED=\(seed)")
                }
            }
            if foreseen.count < 40, let agreement = bench.agreement {
                let steps = Staffing(facts: bench.facts, until: House.day("2030-01-01"))
                    .steps(of: agreement, bench.workflow)
                foreseen.append(Set(steps.map(\.act)))
            }
            bench.facts.now = bench.facts.now.adding(milliseconds: commands.pause())
        }
    }

    /// Acts that move no chart.
    static let outside: Set<String> = ["edit", "document_added"]
}

extension Change {
    fileprivate var isDone: Bool { if case .did = self { true } else { false } }
}
