import Jobs
import Testing

@Suite("What becomes of a job")
struct SettlementTests {
    private static func job(attempt: Int, age: Duration = .zero, attemptsMax: Int = 5) -> Job {
        let created = MachineTime(microseconds: 0)
        return Job(
            kind: "k", key: "a", attempt: attempt, attemptsMax: attemptsMax, createdAt: created,
            runAt: created,
            claimedAt: created + age, payload: "", fence: .init(job: .init("1"), token: 1))
    }

    private static let policy = RetryPolicy(
        backoff: Backoff(base: .seconds(1), cap: .seconds(60), jitter: 0), patience: .seconds(100))

    @Test("Each outcome has one consequence", arguments: outcomes)
    func consequence(outcome: Outcome, attempt: Int, age: Int, expected: Settlement) {
        let job = Self.job(attempt: attempt, age: .seconds(age))
        #expect(Settlement(outcome, of: job, under: Self.policy, random: 0) == expected)
    }

    private static let outcomes: [(Outcome, Int, Int, Settlement)] = [
        (.done, 9, 999, .done), (.abandon(because: "no"), 1, 0, .dead(error: "no")),
        (.snooze(until: .init(microseconds: 7)), 9, 999, .snooze(until: .init(microseconds: 7))),
        (.retry(because: "later"), 1, 0, .retry(after: .seconds(1), error: "later")),
        (.retry(because: "later"), 4, 0, .retry(after: .seconds(8), error: "later")),
        (.retry(because: "later", after: .seconds(3)), 4, 0, .retry(after: .seconds(3), error: "later")),
        (.retry(because: "later", after: .seconds(-3)), 4, 0, .retry(after: .zero, error: "later")),
        (.retry(because: "later"), 4, 999, .retry(after: .seconds(8), error: "later")),
        (.retry(because: "later"), 9, 99, .retry(after: .seconds(60), error: "later")),
        (.retry(because: "later"), 5, 100, .dead(error: "gave up after 5 attempts: later")),
    ]

    @Test("Mail is tried for five days at least, whatever the attempts, and 480 times and more")
    func mailPatience() {
        var age = Duration.zero
        var attempt = 0
        while true {
            attempt += 1
            let job = Self.job(attempt: attempt, age: age)
            guard
                case .retry(let wait, _) = Settlement(
                    .retry(because: "450"), of: job, under: .mail, random: 0)
            else { break }
            #expect(wait <= .seconds(900))
            age += wait
        }
        #expect(age >= .seconds(5 * 86_400) && age < .seconds(5 * 86_400 + 900))
        #expect(attempt > 480)
    }

    @Test("A vast error is cut before it is kept")
    func cutError() {
        let vast = Outcome.abandon(because: String(repeating: "x", count: 100_000))
        let settlement = Settlement(vast, of: Self.job(attempt: 1), under: .standard, random: 0)
        #expect(settlement == .dead(error: String(repeating: "x", count: 1000)))
    }
}
