import Agreements
import Jobs
import Notices
import Storage

/// Delivers the mails that are ready, here and now: for the clock of a simulated database and for commands, which
/// have no runner beside them.
package struct MailService: Sendable {
    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    private static let batchMax = 50

    /// Works until no mail is ready; what must be tried again is left to the runner.
    ///
    /// - Throws: whatever the store throws. Safe beside a runner: each job is claimed by one of them.
    package func deliverReady() async throws {
        let store = installation.jobs.port
        while true {
            let claim = JobStore.Claim(
                kinds: [NoticeWorker.kind], limit: Self.batchMax, lease: .seconds(60), runner: "command")
            let jobs = try await store.claim(claim)
            guard !jobs.isEmpty else { return }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for job in jobs { group.addTask { try await deliver(job, store) } }
                try await group.waitForAll()
            }
        }
    }

    private func deliver(_ job: Job, _ store: JobStore) async throws {
        let outcome: Outcome
        do { outcome = try await installation.worker.deliver(job) { true } } catch {
            outcome = .retry(because: "\(error)")
        }
        let settlement = Settlement(outcome, of: job, under: .mail, random: 0.5)
        _ = try await store.settle(settlement, job.fence)
    }
}
