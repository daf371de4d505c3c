/// How a kind of job is tried again, and when it is given up.
package struct RetryPolicy: Sendable, Equatable {
    package let backoff: Backoff
    /// A job younger than this is never given up, however many attempts it has had.
    package let patience: Duration

    /// Given up when its attempts are used up.
    package static let standard = RetryPolicy(backoff: .standard, patience: .zero)

    /// Mail: tried for at least five days, at most 15 minutes apart (RFC 5321 section 4.5.4.1).
    package static let mail = RetryPolicy(backoff: .standard, patience: .seconds(5 * 86_400))

    /// Tries again with growing pauses, at least until `patience` has passed.
    package init(backoff: Backoff, patience: Duration) {
        (self.backoff, self.patience) = (backoff, patience)
    }

    /// True when this attempt was the last one: the attempts are used up and the job is old enough, by the
    /// store's clock.
    package func isExhausted(after job: Job) -> Bool {
        job.attempt >= job.attemptsMax && job.claimedAt - job.createdAt >= patience
    }

    /// True when a claim is one more than the policy allows: the worker died in the attempt that was the
    /// last.
    package func forbids(_ job: Job) -> Bool {
        job.attempt > job.attemptsMax && isExhausted(after: job)
    }
}
