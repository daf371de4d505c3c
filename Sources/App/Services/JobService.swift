import Agreements
import Jobs
import Storage

/// Does the jobs that are ready, here and now: for the clock of a simulated database and for commands, which have no
/// runner beside them.
package struct JobService: Sendable {
    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    private static let batchMax = 50
    private static let lease: Duration = .seconds(60)

    /// Works until no job is ready; what must be tried again is left to the runner.
    ///
    /// - Throws: whatever the store throws. Safe beside a runner: each job is claimed by one of them.
    package func doReady() async throws {
        let store = installation.jobs.port
        let workers = installation.workers
        while true {
            let claim = JobStore.Claim(
                kinds: Set(workers.keys), limit: Self.batchMax, lease: Self.lease, runner: "command")
            let jobs = try await store.claim(claim)
            guard !jobs.isEmpty else { return }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for job in jobs { group.addTask { try await Self.perform(job, workers[job.kind], store) } }
                try await group.waitForAll()
            }
        }
    }

    private static func perform(_ job: Job, _ worker: Worker?, _ store: JobStore) async throws {
        guard let worker else { return }
        let outcome: Outcome
        do { outcome = try await worker.perform(job, .claimed(job.fence, for: lease)) } catch {
            outcome = .retry(because: "\(error)")
        }
        let settlement = Settlement(outcome, of: job, under: worker.policy, random: 0.5)
        _ = try await store.settle(settlement, job.fence)
    }
}
