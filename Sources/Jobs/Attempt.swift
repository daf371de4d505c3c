/// The race of one worker against its time limit and the loss of its lease.
struct Attempt {
    /// How the attempt ended.
    enum Ending: Sendable {
        case ended(Outcome)
        /// The runner was stopped and the worker gave up for it.
        case stopped
        case leaseLost
    }

    private enum Finish: Sendable {
        case worker(Result<Outcome, any Error>)
        case timeLimit
        case leaseLost
    }

    private let job: Job
    private let worker: Worker
    private let lease: Lease
    private let clock: RunnerClock

    init(_ job: Job, _ worker: Worker, _ lease: Lease, _ clock: RunnerClock) {
        (self.job, self.worker, self.lease, self.clock) = (job, worker, lease, clock)
    }

    /// Waits for the worker in every case; past the limit, or without its lease, it is cancelled first.
    ///
    /// A process that was paused past its lease between the claim and this moment does not begin.
    func run() async -> Ending {
        guard lease.isHeld else { return .leaseLost }
        return await withTaskGroup(of: Finish.self) { group in
            group.addTask { await work() }
            group.addTask {
                try? await clock.sleep(worker.timeLimit)
                return .timeLimit
            }
            group.addTask {
                await lease.waitUntilEnded()
                return .leaseLost
            }
            let first = await group.next() ?? .timeLimit
            let isStopped = Task.isCancelled
            group.cancelAll()
            var result: Result<Outcome, any Error> = .failure(CancellationError())
            if case .worker(let own) = first { result = own }
            for await other in group { if case .worker(let late) = other { result = late } }
            return judge(first, result, isStopped: isStopped)
        }
    }

    private func work() async -> Finish {
        do { return .worker(.success(try await worker.perform(job, lease))) } catch {
            return .worker(.failure(error))
        }
    }

    /// A worker's own word counts even when it came past the limit: its effect may have happened.
    private func judge(_ first: Finish, _ result: Result<Outcome, any Error>, isStopped: Bool) -> Ending {
        switch (first, result) {
        case (.leaseLost, _) where !isStopped: .leaseLost
        case (_, .success(let outcome)): .ended(outcome)
        case (_, .failure) where isStopped: .stopped
        case (.timeLimit, .failure):
            .ended(.retry(because: "stopped after its time limit of \(worker.timeLimit)"))
        case (_, .failure(let error)): .ended(.retry(because: "\(error)"))
        }
    }
}
