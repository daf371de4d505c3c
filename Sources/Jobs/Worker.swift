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

    package init(
        timeLimit: Duration, policy: RetryPolicy = .standard,
        perform: @escaping @Sendable (Job, Lease) async throws -> Outcome
    ) {
        (self.timeLimit, self.policy, self.perform) = (timeLimit, policy, perform)
    }
}
