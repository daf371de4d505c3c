/// The runner's monotonic clock: for leases as seen from here, waits and time limits.
///
/// Tests give their own.
package struct RunnerClock: Sendable {
    /// Time since an arbitrary start; never goes back, goes on while the process is paused.
    package var now: @Sendable () -> Duration
    /// Returns after `duration`, or throws `CancellationError` as soon as the task is cancelled.
    package var sleep: @Sendable (_ duration: Duration) async throws -> Void

    /// A clock made of its two functions.
    package init(
        now: @escaping @Sendable () -> Duration, sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        (self.now, self.sleep) = (now, sleep)
    }

    /// The system's continuous clock.
    package static var continuous: RunnerClock {
        let start = ContinuousClock.now
        return RunnerClock(
            now: { ContinuousClock.now - start },
            sleep: { try await Task.sleep(for: $0, clock: .continuous) })
    }
}
