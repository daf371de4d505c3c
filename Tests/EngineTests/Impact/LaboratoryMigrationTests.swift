import Agreements
import Engine
import TestSupport
import Testing

@Suite("Laboratories move to another version of their definition", .besideThePool)
struct LaboratoryMigrationTests {
    static let workflow = Result { try Laboratory.workflow() }

    /// Other periods and roles, a window that opens earlier; the states are the same.
    static let changed = Result {
        try Laboratory.workflow { text in
            text.replacing(#/version: "20[0-9.]+"/#, with: "version: \"2099.1\"")
                .replacing("due: { after: P10B }", with: "due: { after: P15B }")
                .replacing("minus: P12M", with: "minus: P18M")
                .replacing("at: [-P5D, -P2D]", with: "at: [-P6D, -P2D]")
                .replacing("by: [DAF]", with: "by: [DAF, INT]")
        }
    }

    @Test(
        "The report is what the migration does, and the file lives on soundly",
        arguments: 0..<LongSuite.plays(16, sample: 4))
    func random(_ run: Int) async throws {
        let seed = SplitMix64.seed &+ UInt64(run)
        var commands = RandomCommands(seed: seed)
        var bench =
            try run < 3 ? Laboratory.bench(Self.workflow.get()) : Laboratory.submitted(Self.workflow.get())
        bench.live(&commands, steps: 20 * (run + 1))
        let (agreement, target) = (try #require(bench.agreement), try Self.changed.get())
        let study = ImpactStudy(
            from: bench.workflow, to: target, facts: bench.facts, randomness: House.randomness())
        let said = study.impact(on: agreement)
        let institution = InMemoryInstitution(Portfolio(facts: bench.facts, agreements: [agreement]))
        let (old, new) = (bench.workflow, target)
        let engine = Engine(
            store: institution.agreementStore,
            library: Library { _, version in version == new.version ? new : old }, composer: .silent,
            randomness: House.randomness())
        let live = agreement.processes["life"]?.status == .active
        let command = Command.migration(of: agreement.id, to: target)
        do {
            let answer = try await engine.submit(command)
            #expect(try await engine.submit(command) == answer, "seed \(seed)")
        } catch let refusal as Refusal {
            #expect(refusal.code == said.refusal?.code, "seed \(seed)")
        }
        let events = institution.read { $0.events[agreement.id] ?? [] }
        #expect(study.impact(on: agreement, events: events, refusal: said.refusal) == said, "seed \(seed)")
        guard said.refusal == nil else { return }
        #expect(institution.read { $0.agreements[agreement.id]?.version } == target.version, "seed \(seed)")

        try bench.migrate(to: target)
        bench.live(&commands, steps: 60)
        try Invariants.check(
            try #require(bench.agreement), bench.events, refolded: bench.refolded, "seed \(seed)")
        print(
            "LaboratoryMigrationTests: seed \(seed): \(agreement.state) \(live), \(said.changes.count) changes"
        )
    }

    @Test("A history with a migration replays by both definitions, and is read as it was written")
    func replays() throws {
        var bench = try Laboratory.submitted(Self.workflow.get())
        let (old, new) = (bench.workflow, try Self.changed.get())
        try bench.migrate(to: new)
        try bench.act("admit", by: Laboratory.people[3])
        var history = History(
            title: "moved", institution: "inserm", agreement: Bench.id,
            definition: .init(id: old.id, version: old.version, sha256: old.sha256),
            later: [.init(id: new.id, version: new.version, sha256: new.sha256)],
            register: bench.facts.recorded, events: bench.events)
        history = try History(lines: history.lines())
        #expect(history.later.map(\.version) == [new.version])
        var replay = HistoryReplay(history, workflows: [old, new])
        #expect(try replay.run().events == bench.events.count)
        var wrong = HistoryReplay(history, workflows: [old])
        #expect(throws: HistoryDifference.self) { try wrong.run() }
    }
}
