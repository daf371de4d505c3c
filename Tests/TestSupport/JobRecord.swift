package import Jobs

/// One job as a test sees it in a store.
package struct JobRecord: Sendable, Equatable {
    package var state: Job.State
    /// Attempts that count.
    package var attempts: Int
    /// One for each failed attempt, oldest first.
    package var errors: [String]

    /// What a store is expected to keep of a job.
    package init(state: Job.State, attempts: Int, errors: [String]) {
        (self.state, self.attempts, self.errors) = (state, attempts, errors)
    }
}
