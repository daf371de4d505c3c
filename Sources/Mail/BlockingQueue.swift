import Dispatch

/// A serial executor over a dispatch queue: what an actor on it calls may block, for it never runs on Swift's
/// cooperative pool.
///
/// A custom serial queue brings up threads of its own when others are blocked.
final class BlockingQueue: SerialExecutor {
    private let queue: DispatchQueue

    init(label: String) { queue = DispatchQueue(label: label) }

    func enqueue(_ job: consuming ExecutorJob) {
        let unowned = UnownedJob(job)
        queue.async { unowned.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
