import Jobs
import Logging
import TestSupport

/// A runner over a store in memory, with clocks that the test moves.
struct Rig: Sendable {
    var memory = InMemoryJobStore()
    let time = ManualClock()
    static let kind: Job.Kind = "test"

    func insert(_ keys: String..., attemptsMax: Int = 3) {
        memory.insert(keys.map { NewJob(kind: Self.kind, key: $0, attemptsMax: attemptsMax) })
    }

    func record(_ key: String) -> JobRecord? { memory.record(Self.kind, key) }

    /// Lets time pass for the store and the runner alike.
    func advance(by duration: Duration) {
        time.advance(by: duration)
        memory.advance(by: duration)
    }

    /// A runner whose jitter is nought.
    func runner(
        concurrency: Int = 4, timeLimit: Duration = .seconds(30), policy: RetryPolicy = .standard,
        store: JobStore? = nil, perform: @escaping @Sendable (Job, Lease) async throws -> Outcome
    ) -> Runner {
        var configuration = Runner.Configuration(name: "rig")
        configuration.concurrency = concurrency
        return Runner(
            store: store ?? memory.store,
            workers: [Self.kind: Worker(timeLimit: timeLimit, policy: policy, perform: perform)],
            configuration: configuration, clock: time.clock, random: { 0 },
            logger: Logger(label: "rig") { _ in SwiftLogNoOpLogHandler() })
    }

    /// Runs `runner` while `body` does, then shuts it down and waits for it.
    func running(_ runner: Runner, _ body: () async throws -> Void) async rethrows {
        let task = Task { await runner.run() }
        do { try await body() } catch {
            runner.shutdown()
            task.cancel()
            await task.value
            throw error
        }
        runner.shutdown()
        await task.value
    }
}
