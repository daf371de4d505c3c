/// What the store is told about an attempt; the pure consequence of an ``Outcome`` and a ``RetryPolicy``.
package enum Settlement: Sendable, Equatable {
    /// To `done`.
    case done
    /// Back to `ready`, due after the delay counted by the store's clock; `error` is added to the job's
    /// history.
    case retry(after: Duration, error: String)
    /// Back to `ready`, due then; this attempt is not counted.
    case snooze(until: MachineTime)
    /// To `dead`; `error` is added to the history and is the reason shown.
    case dead(error: String)
    /// Back to `ready`, due now, not counted: the runner is shutting down.
    case release

    /// Decides what follows from `outcome`.
    ///
    /// `random` in 0..<1 spreads the delay. Error texts are cut at 1,000 characters.
    package init(_ outcome: Outcome, of job: Job, under policy: RetryPolicy, random: Double) {
        switch outcome {
        case .done: self = .done
        case .snooze(let instant): self = .snooze(until: instant)
        case .abandon(let reason): self = .dead(error: Self.cut(reason))
        case .retry(let reason, _) where policy.isExhausted(after: job):
            self = .dead(error: Self.cut("gave up after \(job.attempt) attempts: \(reason)"))
        case .retry(let reason, let delay):
            let wait =
                delay.map { max(.zero, $0) }
                ?? policy.backoff.delay(afterAttempt: job.attempt, random: random)
            self = .retry(after: wait, error: Self.cut(reason))
        }
    }

    private static func cut(_ reason: String) -> String { String(reason.prefix(1000)) }
}
