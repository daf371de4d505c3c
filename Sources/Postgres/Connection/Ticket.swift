import Synchronization

/// The link between a task and the operation that runs for it on the connection's thread.
final class Ticket: Sendable {
    private let cancelled = Atomic(false)
    private let thread: ConnectionThread

    init(_ thread: ConnectionThread) { self.thread = thread }

    var isCancelled: Bool { cancelled.load(ordering: .acquiring) }

    /// Called when the task is cancelled, from whatever thread.
    func cancel() {
        cancelled.store(true, ordering: .releasing)
        thread.wake()
    }
}
