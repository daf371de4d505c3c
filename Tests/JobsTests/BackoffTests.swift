import Jobs
import Testing

@Suite("Back-off")
struct BackoffTests {
    @Test("Delays double from the base to the cap")
    func table() {
        let delays = [1, 2, 3, 7, 8, 9, 64, .max].map { Backoff.standard.delay(afterAttempt: $0, random: 0) }
        #expect(delays == [5, 10, 20, 320, 640, 900, 900, 900].map { .seconds($0) })
    }

    @Test("For any base, cap and jitter, a delay keeps within its bounds, and its upper bound never falls")
    func bounds() throws {
        var random = JobsRandom()
        for _ in 0..<2000 {
            let backoff = Backoff(
                base: .milliseconds(Int.random(in: -5...100_000, using: &random)),
                cap: .milliseconds(Int.random(in: -5...10_000_000, using: &random)),
                jitter: Double.random(in: -0.5...1.5, using: &random))
            let attempt = Int.random(in: -3...200, using: &random)
            let longest = backoff.delay(afterAttempt: attempt, random: 0)
            let delay = backoff.delay(afterAttempt: attempt, random: .random(in: 0..<1, using: &random))
            let floor = longest * (1 - backoff.jitter) - .microseconds(2)
            let replay = Comment(rawValue: "\(JobsRandom.replay): \(backoff), attempt \(attempt)")
            try #require(longest <= backoff.cap && longest >= min(backoff.base, backoff.cap), replay)
            try #require(delay <= longest && delay >= floor, replay)
            try #require(backoff.delay(afterAttempt: attempt + 1, random: 0) >= longest, replay)
        }
    }

    @Test("Jobs that failed together come back apart")
    func spread() {
        let delays = Set((0..<100).map { Backoff.standard.delay(afterAttempt: 9, random: Double($0) / 100) })
        #expect(delays.count == 100)
        #expect(delays.min() == .milliseconds(677_250) && delays.max() == .seconds(900))
    }

    @Test("Machine time stays at its bounds instead of overflowing")
    func machineTime() {
        let end = MachineTime(microseconds: .max)
        #expect(end + .seconds(1) == end)
        #expect(MachineTime(microseconds: 5) + .microseconds(-7) == MachineTime(microseconds: -2))
        #expect(MachineTime(microseconds: 9_000_000) - MachineTime(microseconds: 2_000_000) == .seconds(7))
        #expect(Duration.seconds(Int64.max).microseconds == .max)
    }
}
