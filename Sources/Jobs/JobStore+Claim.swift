extension JobStore {
    /// A runner's request for work.
    package struct Claim: Sendable, Equatable {
        /// Only jobs of these kinds.
        package let kinds: Set<Job.Kind>
        /// At most so many, at least one.
        package let limit: Int
        package let lease: Duration
        /// Who asks, for operators: a name of host and process.
        package let runner: String

        /// A wish for at most `limit` jobs of these kinds, each leased for `lease`.
        package init(kinds: Set<Job.Kind>, limit: Int, lease: Duration, runner: String) {
            (self.kinds, self.limit, self.lease, self.runner) = (kinds, max(1, limit), lease, runner)
        }
    }

    /// For tests: ends the test process when something is called that the test did not stub.
    package static let unimplemented = JobStore(
        claim: { _ in preconditionFailure("JobStore.claim was called, but the test did not stub it.") },
        heartbeat: { _, _ in
            preconditionFailure("JobStore.heartbeat was called, but the test did not stub it.")
        },
        settle: { _, _ in preconditionFailure("JobStore.settle was called, but the test did not stub it.") },
        nextDue: { _ in preconditionFailure("JobStore.nextDue was called, but the test did not stub it.") })
}
