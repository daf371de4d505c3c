package import Logging
import Synchronization

/// Claims jobs and runs their workers until told to stop.
///
/// At least once: a job whose runner dies is claimed by another when its lease runs out. At most one at a
/// time: leases are renewed while a worker runs, a worker whose lease was taken is cancelled, and every
/// settlement shows its fence. Failures of the store are logged and waited out; they never end the runner.
package final class Runner: Sendable {
    let store: JobStore
    let workers: [Job.Kind: Worker]
    let configuration: Configuration
    let clock: RunnerClock
    let random: @Sendable () -> Double
    let logger: Logger
    let signal = WakeSignal()
    let leases = Mutex<[Job.Fence: Lease]>([:])
    /// Attempts that ended so that they are tried again.
    let putBack = Atomic(0)
    private let stopping = Atomic(false)

    /// Serves the kinds that have a worker, and no others.
    ///
    /// `random` gives values in 0..<1 for jitter.
    package init(
        store: JobStore, workers: [Job.Kind: Worker], configuration: Configuration,
        clock: RunnerClock = .continuous, random: @escaping @Sendable () -> Double = { .random(in: 0..<1) },
        logger: Logger
    ) {
        (self.store, self.workers, self.configuration) = (store, workers, configuration)
        (self.clock, self.random, self.logger) = (clock, random, logger)
    }

    /// Looks at the store at once instead of at the next poll; for the listener of the store's notifications.
    ///
    /// Cheap, from any thread, as often as one likes.
    package func wake() { signal.raise() }

    /// Claims nothing more; ``run()`` returns when the attempts under way have ended, or have been cancelled
    /// after ``Configuration/grace`` and their jobs handed back.
    ///
    /// From any thread, more than once.
    package func shutdown() {
        stopping.store(true, ordering: .releasing)
        signal.raise()
    }

    /// Works until ``shutdown()``.
    ///
    /// Cancelling the task cancels the workers at once instead of waiting for them.
    package func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.keepLeases() }
            await serve()
            group.cancelAll()
        }
    }

    /// Works until nothing is ready and nothing runs; what is to be tried again later stays in the store.
    ///
    /// For a command that has no runner beside it. Cancelling the task cancels the workers and hands their jobs back.
    /// - Returns: how many attempts ended so that they are tried again.
    /// - Throws: what the store throws when it is asked for jobs; `CancellationError`.
    package func runReady() async throws -> Int {
        let before = putBack.load(ordering: .relaxed)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await self.keepLeases() }
            try await self.serveReady()
            group.cancelAll()
        }
        return putBack.load(ordering: .relaxed) - before
    }

    private func serveReady() async throws {
        try await withThrowingDiscardingTaskGroup { group in
            while true {
                try Task.checkCancellation()
                // Before the look at the store: what ends from here on may have made work.
                let running = leases.withLock(\.count)
                let room = max(1, configuration.concurrency) - running
                let claimed = room > 0 ? try await claim(room) : []
                for (job, lease) in claimed { group.addTask { await self.attempt(job, lease) } }
                guard claimed.isEmpty else { continue }
                guard running > 0 else { return }
                await signal.wait()
            }
        }
    }

    private var isStopping: Bool { stopping.load(ordering: .acquiring) || Task.isCancelled }

    private func serve() async {
        await withDiscardingTaskGroup { group in
            var failures = 0
            while !isStopping {
                let room = max(1, configuration.concurrency) - leases.withLock(\.count)
                guard room > 0 else {
                    await signal.wait()
                    continue
                }
                guard let claimed = await claim(room, failures: &failures) else { continue }
                for (job, lease) in claimed { group.addTask { await self.attempt(job, lease) } }
                if claimed.count < room { await rest() }
            }
            await drain()
            group.cancelAll()
        }
    }

    /// Claims jobs with their leases; nil, after a pause, when the store failed.
    private func claim(_ room: Int, failures: inout Int) async -> [(Job, Lease)]? {
        do {
            let claimed = try await claim(room)
            failures = 0
            return claimed
        } catch {
            failures += 1
            logger.warning("claim failed", metadata: ["error": "\(error)", "failures": "\(failures)"])
            let pause = configuration.storeBackoff.delay(afterAttempt: failures, random: random())
            await signal.wait(atMost: pause, clock: clock)
            return nil
        }
    }

    private func claim(_ room: Int) async throws -> [(Job, Lease)] {
        let asked = clock.now()
        let claim = JobStore.Claim(
            kinds: Set(workers.keys), limit: room, lease: configuration.lease, runner: configuration.name)
        return try await store.claim(claim).map { ($0, hold($0.fence, since: asked)) }
    }

    private func hold(_ fence: Job.Fence, since asked: Duration) -> Lease {
        let lease = Lease(fence, clock: clock, heldUntil: asked + configuration.lease)
        leases.withLock { $0[fence] = lease }
        return lease
    }

    /// Rests until something is due, a wake-up, an attempt's end, or the poll.
    private func rest() async {
        guard !isStopping else { return }
        let due = (try? await store.nextDue(Set(workers.keys))) ?? configuration.poll
        let pause = min(max(due, .milliseconds(25)), configuration.poll)
        await signal.wait(atMost: pause, clock: clock)
    }

    private func drain() async {
        let end = clock.now() + configuration.grace
        while !leases.withLock(\.isEmpty), clock.now() < end, !Task.isCancelled {
            await signal.wait(atMost: end - clock.now(), clock: clock)
        }
    }
}
