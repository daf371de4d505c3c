import Agreements
import Foundation
import TestSupport
import Testing

@Suite("Whatever is asked of an agreement, its file stays sound", .besideThePool)
struct RandomActsTests {
    /// Refusals that say that the machine itself failed.
    static let faults: Set<String> = [
        "endless", "unreadable_state", "unwritable_event", "legal_status", "rule_failed",
    ]

    /// The definition that other suites draw commands for.
    static let workflow = Result { try Laboratory.workflow() }

    /// Commands for each definition and seed; `ENTENTE_ACTS` asks for another number in all.
    static let length: Int = {
        let environment = ProcessInfo.processInfo.environment
        let usual = LongSuite.plays(100_000, sample: 2_800)
        let asked = environment["ENTENTE_ACTS"].flatMap { Int($0) } ?? usual
        let plays = Laboratory.names.count * runs
        return max(1, (asked + plays - 1) / plays)
    }()
    static let runs = 4

    @Test(
        "After each random command the file is the fold of its events, and nothing hangs loose",
        arguments: Laboratory.names, 0..<runs)
    func commands(_ name: String, _ run: Int) throws {
        let seed = SplitMix64.seed &+ UInt64(run)
        let note = "\(name), seed \(seed)"
        var commands = RandomCommands(seed: seed)
        let workflow = try Laboratory.workflow(name)
        let isSubmitted = run > 0 && name == "lia"
        var bench = try isSubmitted ? Laboratory.submitted(workflow) : Laboratory.bench(workflow)
        var folded = bench.refolded
        var codes: [String: Int] = [:]
        for step in 1...Self.length {
            let (body, actor) = commands.next(for: bench)
            do {
                try bench.decide(body, by: actor)
                codes["accepted", default: 0] += 1
            } catch let refusal as Refusal {
                codes[refusal.code, default: 0] += 1
                #expect(!Self.faults.contains(refusal.code), "\(note), step \(step): \(refusal.text.en)")
            }
            for event in bench.events[folded.seq...] { folded.apply(event) }
            let agreement = try #require(bench.agreement)
            #expect(folded == agreement, "\(note), step \(step)")
            Invariants.checkBelongings(agreement, "\(note), step \(step)")
            bench.facts.now = bench.facts.now.adding(milliseconds: commands.pause())
        }
        try Invariants.check(
            try #require(bench.agreement), bench.events, refolded: bench.refolded, "\(note)")
        let summary = codes.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map { "\($0.value) \($0.key)" }
        print(
            "RandomActsTests: \(note): \(bench.events.count) events, \(bench.state), \(summary.joined(separator: ", "))"
        )
    }
}
