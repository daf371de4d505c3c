/// What a worker says became of one attempt.
package enum Outcome: Sendable, Equatable {
    /// The work is done; the job will never run again.
    case done
    /// It failed and may succeed later: after the worker's back-off, or after a time of its own.
    ///
    /// The reason is kept; it names no secret and no personal data.
    case retry(because: String, after: Duration? = nil)
    /// Nothing was wrong, it is only too early: run again at that instant.
    ///
    /// Does not count as an attempt.
    case snooze(until: MachineTime)
    /// Trying again cannot help: a dead letter with its reason.
    case abandon(because: String)
}
