import Jobs
import Logging
import Synchronization
import TestSupport

/// A small world for the simulation: jobs that fail at random, a store that is down at random.
final class World: Sendable {
    static let jobs = 60
    private static let kind: Job.Kind = "simulated"

    struct Down: Error {}
    struct Crash: Error {}

    private struct State {
        var random = JobsRandom()
        var runsAfterEnd = 0
        var faults = 0
    }

    let memory = InMemoryJobStore()
    private let time = ManualClock()
    private let state: Mutex<State>

    init() {
        state = Mutex(State())
        memory.insert(
            (0..<Self.jobs).map { number in
                let sequence = Self.sequence(of: number).map { "s\($0)" }
                return NewJob(kind: Self.kind, key: "\(number)", sequence: sequence, attemptsMax: 6)
            })
    }

    /// Every third job belongs to a sequence.
    static func sequence(of number: Int) -> Int? { number % 3 == 0 ? number / 3 % sequences : nil }
    static let sequences = 4

    /// The jobs in the order in which they were done or given up.
    var ends: [Int] { memory.ended.compactMap { Int($0) } }
    /// Attempts whose lease was held though the job had ended: there must be none.
    var runsAfterEnd: Int { state.withLock(\.runsAfterEnd) }
    var faults: Int { state.withLock(\.faults) }

    /// One clock for store and runners, so that a lease ends for both at the same instant.
    private var clock: RunnerClock {
        RunnerClock(now: { self.memory.now - MachineTime(microseconds: 0) }, sleep: time.clock.sleep)
    }

    func runner(_ name: String) -> Runner {
        Runner(
            store: memory.store,
            workers: [
                Self.kind: Worker(timeLimit: .seconds(30), perform: { try await self.perform($0, $1) })
            ],
            configuration: .init(name: name), clock: clock, random: { self.chance() },
            logger: Logger(label: name) { _ in SwiftLogNoOpLogHandler() })
    }

    /// Lets seconds pass, breaking and healing the store, until every job has ended.
    func play(seconds: Int) async {
        for _ in 0..<seconds {
            let isDown = chance() < 0.1
            if isDown { state.withLock { $0.faults += 1 } }
            memory.fail(with: isDown ? Down() : nil)
            await pass()
            let counts = memory.counts()
            if counts[.ready] == nil, counts[.running] == nil { return }
        }
    }

    private func pass() async {
        for _ in 0..<40 { await Task.yield() }
        memory.advance(by: .seconds(1))
        time.advance(by: .seconds(1))
    }

    private func chance() -> Double { state.withLock { .random(in: 0..<1, using: &$0.random) } }

    private func perform(_ job: Job, _ lease: Lease) async throws -> Outcome {
        if memory.ended.contains(job.key), lease.isHeld { state.withLock { $0.runsAfterEnd += 1 } }
        switch chance() {
        case ..<0.3: throw Crash()
        case ..<0.5: return .retry(because: "later", after: .seconds(2))
        case ..<0.6: return .snooze(until: job.claimedAt + .seconds(5))
        default: return .done
        }
    }
}
