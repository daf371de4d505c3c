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
    /// For suites that compute for seconds on end without waiting for anything.
    package static var besideThePool: Self { BesideThePool() }
}

/// A task executor with as many threads as there are processors.
private final class OwnThreads: TaskExecutor {
    static let shared = OwnThreads()
    private let queue = OperationQueue()

    private init() { queue.maxConcurrentOperationCount = ProcessInfo.processInfo.activeProcessorCount }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.addOperation { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
