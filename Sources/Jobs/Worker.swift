/// Does the work of one kind of job.
package struct Worker: Sendable {
    /// After this its task is cancelled.
    ///
    /// A worker that ignores cancellation keeps its place until it returns.
    package let timeLimit: Duration
    package let policy: RetryPolicy

    /// Does one attempt.
    ///
    /// It may run again after it succeeded (at least once), so its effect must be idempotent; before an
    /// effect that cannot be undone it asks the lease. An error thrown is a retry.
    package let perform: @Sendable (Job, Lease) async throws -> Outcome

    /// A worker that is cancelled when it takes longer than `timeLimit`.
    package init(
        timeLimit: Duration, policy: RetryPolicy = .standard,
        perform: @escaping @Sendable (Job, Lease) async throws -> Outcome
    ) {
        (self.timeLimit, self.policy, self.perform) = (timeLimit, policy, perform)
    }
}

extension Lease {
    /// A lease that was just claimed for `length` and that nobody renews: for work outside a ``Runner``.
    package static func claimed(_ fence: Job.Fence, for length: Duration) -> Lease {
        let clock = RunnerClock.continuous
        return Lease(fence, clock: clock, heldUntil: clock.now() + length)
    }
}
