import Logging
import Synchronization

extension Runner {
    /// One attempt from claim to settlement.
    func attempt(_ job: Job, _ lease: Lease) async {
        defer {
            _ = leases.withLock { $0.removeValue(forKey: job.fence) }
            signal.raise()
        }
        guard let worker = workers[job.kind] else {
            return await settle(.retry(after: .seconds(60), error: "no worker for this kind"), job)
        }
        guard !worker.policy.forbids(job) else {
            let reason = "gave up: the worker did not survive attempt \(job.attempt - 1)"
            return await settle(.dead(error: reason), job)
        }
        let ending = await Attempt(job, worker, lease, clock).run()
        if let settlement = settlement(after: ending, of: job, by: worker) {
            await settle(settlement, job)
        } else {
            logger.warning("lease lost", metadata: metadata(of: job))
        }
    }

    private func settlement(after ending: Attempt.Ending, of job: Job, by worker: Worker) -> Settlement? {
        switch ending {
        case .ended(let outcome): Settlement(outcome, of: job, under: worker.policy, random: random())
        case .stopped: .release
        case .leaseLost: nil
        }
    }

    /// Tells the store until it has an answer: a job that was done must not run again because the store was
    /// away for a while.
    ///
    /// The fence keeps a late word harmless. Gives up only when the runner is being stopped.
    private func settle(_ settlement: Settlement, _ job: Job) async {
        var failures = 0
        repeat {
            do {
                try await settleOnce(settlement, job)
                return
            } catch {
                failures += 1
                logger.warning(
                    "settle failed", metadata: metadata(of: job).merging(["error": "\(error)"]) { $1 })
                let pause = min(
                    configuration.storeBackoff.delay(afterAttempt: failures, random: random()), .seconds(1))
                try? await clock.sleep(pause)
            }
        } while !Task.isCancelled
    }

    /// In a task of its own, so that a cancelled attempt can still say what became of it.
    private func settleOnce(_ settlement: Settlement, _ job: Job) async throws {
        let store = store
        let isHeld = try await Task { try await store.settle(settlement, job.fence) }.value
        var metadata = metadata(of: job)
        switch settlement {
        case _ where !isHeld: logger.warning("settled too late", metadata: metadata)
        case .retry(let delay, let error):
            putBack.add(1, ordering: .relaxed)
            metadata["job.retry"] = "\(delay)"
            metadata["error"] = "\(error)"
            logger.notice("job retried", metadata: metadata)
        case .dead(let error):
            metadata["error"] = "\(error)"
            logger.error("job dead", metadata: metadata)
        case .done, .snooze, .release: logger.debug("job settled", metadata: metadata)
        }
    }

    private func metadata(of job: Job) -> Logger.Metadata {
        ["job.id": "\(job.id)", "job.kind": "\(job.kind)", "job.attempt": "\(job.attempt)"]
    }
}
