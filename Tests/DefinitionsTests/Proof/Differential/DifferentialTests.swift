import Agreements
import Definitions
import TestSupport
import Testing

@Suite("The gate's exploration and brute force", .besideThePool)
struct DifferentialTests {
    /// How the two answers differ; empty when they agree.
    ///
    /// Over variables that are set to constants the gate is exact: all sets are equal. Where a condition
    /// reads the outside world the gate may see more than happens, never less.
    static func differences(_ chart: SmallChart, _ brute: BruteForce) throws -> (wrong: [String], wider: Bool)
    {
        let tree = SmallTree(chart)
        let gate = Exploration.explore(try chart.process(), in: ExplorationContext(situationsMax: 100_000))
        guard gate.isComplete else { return (["the gate did not finish"], false) }
        let isExact = !chart.readsFacts
        func paths(_ bits: Bits) -> [String] { bits.numbers.map { tree.paths[$0] }.sorted() }
        var sets: [(String, brute: Set<[String]>, gate: Set<[String]>)] = [
            ("configurations", Set(brute.configurations.map(paths)), gate.configurations),
            (
                "states entered", Set(brute.entered.numbers.map { [tree.paths[$0]] }),
                Set(tree.paths.dropFirst().map { [$0] }).subtracting(gate.unreachedStates.map { [$0] })
            ),
            (
                "transitions taken", Set(brute.taken.numbers.map { [tree.labels[$0]] }),
                Set(tree.labels.map { [$0] }).subtracting(gate.deadTransitions.map { [$0] })
            ),
        ]
        if isExact {
            sets.append(("traps", Set(brute.traps.map(paths)), gate.traps))
            sets.append(("deadlocks", Set(brute.deadlocks.map(paths)), gate.deadlocks))
        }
        var wrong: [String] = []
        var isWider = false
        for set in sets {
            let missed = set.brute.subtracting(set.gate)
            let extra = set.gate.subtracting(set.brute)
            if !missed.isEmpty { wrong.append("\(set.0): the gate misses \(missed)") }
            if !extra.isEmpty, isExact { wrong.append("\(set.0): the gate adds \(extra)") }
            isWider = isWider || !extra.isEmpty
        }
        if brute.isEndless, gate.endlessLoops.isEmpty { wrong.append("the gate misses an endless loop") }
        if isExact, !brute.isEndless, !gate.endlessLoops.isEmpty {
            wrong.append("the gate adds the endless loops \(gate.endlessLoops)")
        }
        return (wrong, isWider)
    }

    private static let charts = LongSuite.plays(10_000, sample: 1_000)
    private static let lanes = 4
    /// A chart that never comes to rest is dear to explore: of those so many are enough in each lane.
    private static let endlessMax = 25
    /// The same of charts that stay where they begin, for they say little.
    private static let idleMax = 100

    @Test("They agree on ten thousand random charts")
    func agree() async throws {
        let seed = ProofRandom.seed
        let tally = try await withThrowingTaskGroup(of: DifferentialTally.self) { group in
            for lane in 0..<Self.lanes { group.addTask { try await Self.tally(seed, lane) } }
            return try await group.reduce(into: DifferentialTally()) { $0.add($1) }
        }
        for failure in tally.failures { Issue.record("ENTENTE_SEED=\(seed), \(failure)") }
        #expect(tally.charts >= Self.charts)
        print("ENTENTE_SEED=\(seed): \(tally)")
    }

    private static func tally(_ seed: UInt64, _ lane: Int) async throws -> DifferentialTally {
        var tally = DifferentialTally()
        var number = lane
        while tally.charts < charts / lanes, tally.failures.isEmpty {
            defer { number += lanes }
            await Task.yield()  // Others wait for these threads, with time limits.
            var random = ProofRandom(seed: seed, number: number)
            let chart = SmallChart.random(&random)
            let brute = BruteForce(chart)
            guard !brute.isEndless || tally.endless < endlessMax else { continue }
            guard brute.count > 1 || tally.idle < idleMax else { continue }
            let (wrong, isWider) = try differences(chart, brute)
            tally.add(chart, brute, isWider: isWider)
            if !wrong.isEmpty { tally.failures.append("chart \(number), shrunk:\n\(try least(chart))") }
        }
        return tally
    }

    /// The least chart that still shows a difference, and the difference.
    private static func least(_ chart: SmallChart) throws -> String {
        let least = chart.shrunk { try !differences($0, BruteForce($0)).wrong.isEmpty }
        let words = try differences(least, BruteForce(least)).wrong
        return "\(least)\n\(words.joined(separator: "\n"))"
    }
}
