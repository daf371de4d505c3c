import CLibpq
import Glibc
import Synchronization

/// A serial executor with a thread of its own, on which blocking calls harm nobody.
///
/// The thread waits in `poll(2)` on a descriptor that ``wake()`` makes readable, so that work inside a job can wait
/// on a socket and still be interrupted. The thread keeps this object alive until ``stop()``.
final class ConnectionThread: SerialExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        var isStopped = false
        var thread: pthread_t?
    }

    private let state = Mutex(State())

    /// Readable when there is something to look at: a job, a cancellation, the end.
    let wakeDescriptor: Int32

    /// Starts the thread; nil when the system has no descriptor or no thread left.
    init?() {
        wakeDescriptor = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
        guard wakeDescriptor >= 0 else { return nil }
        guard DetachedThread.start({ self.run() }) else { return nil }
    }

    deinit { if wakeDescriptor >= 0 { close(wakeDescriptor) } }

    func enqueue(_ job: consuming ExecutorJob) {
        let unowned = UnownedJob(job)
        state.withLock { $0.jobs.append(unowned) }
        wake()
    }

    /// Interrupts whatever the thread waits for.
    func wake() { eventfd_write(wakeDescriptor, 1) }

    /// Ends the thread after the jobs that are queued.
    func stop() {
        state.withLock { $0.isStopped = true }
        wake()
    }

    /// Whether the caller runs on this thread.
    var isCurrent: Bool { state.withLock { $0.thread == pthread_self() } }

    /// Whether other jobs wait behind the one that runs.
    var hasJobs: Bool { state.withLock { !$0.jobs.isEmpty } }

    /// Makes the descriptor unreadable again, after a look at what it announced.
    func clearWake() {
        var count: eventfd_t = 0
        eventfd_read(wakeDescriptor, &count)
    }

    private func run() {
        state.withLock { $0.thread = pthread_self() }
        while true {
            let (jobs, isStopped) = state.withLock { state in
                defer { state.jobs = [] }
                return (state.jobs, state.isStopped)
            }
            for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
            guard jobs.isEmpty else { continue }
            guard !isStopped else { return }
            var waiting = pollfd(fd: wakeDescriptor, events: Int16(POLLIN), revents: 0)
            poll(&waiting, 1, -1)
            clearWake()
        }
    }
}
