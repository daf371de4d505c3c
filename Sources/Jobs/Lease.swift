import Synchronization

/// A worker's hold on its job, as far as this process knows.
package final class Lease: Sendable {
    package let fence: Job.Fence
    private let clock: RunnerClock
    private let heldUntil: Mutex<Duration?>
    private let ended = WakeSignal()

    init(_ fence: Job.Fence, clock: RunnerClock, heldUntil: Duration) {
        (self.fence, self.clock) = (fence, clock)
        self.heldUntil = Mutex(heldUntil)
    }

    /// True while the store cannot have given the job to another runner.
    ///
    /// Answers at once, on any thread: meant to be asked right before an effect leaves the process. A process
    /// that was paused past its lease gets no.
    ///
    /// The bound is the instant before the claim or renewal was asked for, plus the lease, on this host's
    /// monotonic clock; so it ends no later than the store's own, unless the clocks' rates differ.
    package var isHeld: Bool {
        let now = clock.now()
        return heldUntil.withLock { $0.map { now < $0 } ?? false }
    }

    /// A renewal that was asked for before `until` minus the lease has been granted.
    func renew(until: Duration) { heldUntil.withLock { $0 = $0.map { max($0, until) } } }

    /// The store has said that another holds the job, or the attempt is over; never held again.
    func end() {
        heldUntil.withLock { $0 = nil }
        ended.raise()
    }

    /// Returns once the lease has been ended, or the task cancelled.
    func waitUntilEnded() async { await ended.wait() }
}
