import Agreements
import Testing

@Suite("Whatever is asked of a laboratory, its file stays sound")
struct RandomActsTests {
    /// Refusals that say that the machine itself failed.
    static let faults: Set<String> = ["endless", "unreadable_state", "unwritable_event", "legal_status"]

    static let workflow = Result { try Laboratory.workflow() }

    @Test(
        "After each random command the file is the fold of its events, and nothing hangs loose",
        arguments: 0..<10)
    func commands(_ run: Int) throws {
        let seed = SplitMix64.seed &+ UInt64(run)
        var commands = RandomCommands(seed: seed)
        var bench =
            try run < 2 ? Laboratory.bench(Self.workflow.get()) : Laboratory.submitted(Self.workflow.get())
        var folded = bench.refolded
        var codes: [String: Int] = [:]
        for step in 1...200 {
            let (body, actor) = commands.next(for: bench)
            do {
                try bench.decide(body, by: actor)
                codes["accepted", default: 0] += 1
            } catch let refusal as Refusal {
                codes[refusal.code, default: 0] += 1
                #expect(!Self.faults.contains(refusal.code), "seed \(seed), step \(step): \(refusal.text.en)")
                #expect(refusal.code != "rule_failed", "seed \(seed), step \(step): \(refusal.text.en)")
            }
            for event in bench.events[folded.seq...] { folded.apply(event) }
            let agreement = try #require(bench.agreement)
            #expect(folded == agreement, "seed \(seed), step \(step)")
            Invariants.checkBelongings(agreement, "seed \(seed), step \(step)")
            bench.facts.now = bench.facts.now.adding(milliseconds: commands.pause())
        }
        try Invariants.check(
            try #require(bench.agreement), bench.events, refolded: bench.refolded, "seed \(seed)")
        let summary = codes.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map { "\($0.value) \($0.key)" }
        print(
            "RandomActsTests: seed \(seed): \(bench.events.count) events, \(bench.state), \(summary.joined(separator: ", "))"
        )
    }
}
