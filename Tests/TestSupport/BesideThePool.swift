import Foundation
package import Testing

/// Runs the tests of a suite on threads of their own, so that long computations do not hold the few threads
/// on which the conversations of other tests with their servers go on.
package struct BesideThePool: SuiteTrait, TestTrait, TestScoping {
    /// Whether the tests inside a suite are run so too: always.
    package var isRecursive: Bool { true }

    /// Runs one test with its work, and what it starts, preferring those threads.
    package func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await withTaskExecutorPreference(OwnThreads.shared) { try await function() }
    }
}

extension Trait where Self == BesideThePool {
    /// For suites that compute for seconds on end, alone or between questions to a server.
    package static var besideThePool: Self { BesideThePool() }
}

/// A task executor with more threads than tests run at once, so that none waits for another's computation.
///
/// They are not Dispatch's: it counts its own together and would take these from the others. They are nice, so
/// that on a busy machine a conversation goes on before a computation.
private final class OwnThreads: TaskExecutor {
    static let shared = OwnThreads()
    private static let count = 16
    private let waiting = NSCondition()
    /// Touched only while `waiting` is locked.
    nonisolated(unsafe) private var jobs: [UnownedJob] = []

    private init() {
        for _ in 0..<Self.count {
            let thread = Thread { [unowned self] in work() }
            thread.stackSize = 8 << 20
            thread.start()
        }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        waiting.withLock { jobs.append(job) }
        waiting.signal()
    }

    private func work() {
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
        while true { next().runSynchronously(on: asUnownedTaskExecutor()) }
    }

    private func next() -> UnownedJob {
        waiting.withLock {
            while jobs.isEmpty { waiting.wait() }
            return jobs.removeFirst()
        }
    }
}
