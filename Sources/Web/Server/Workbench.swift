import Dispatch
import Foundation
import Synchronization

/// Heavy work, one piece after another, each on a thread of its own: nothing else waits for it.
package final class Workbench: Sendable {
    private let queue: DispatchQueue
    private let waiting = Mutex(0)
    private static let waitingMax = 50

    /// - Parameter name: what is worked on; it names the queue to who looks at the process.
    package init(_ name: String) { queue = DispatchQueue(label: "entente.\(name)") }

    /// Does the work when its turn comes.
    ///
    /// - Throws: what the work throws; ``WebUnavailable`` while too much waits already.
    package func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        let isTaken = waiting.withLock { count in
            guard count < Self.waitingMax else { return false }
            count += 1
            return true
        }
        guard isTaken else { throw WebUnavailable() }
        defer { waiting.withLock { $0 -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { Self.onThread { continuation.resume(with: Result { try body() }) } }
        }
    }

    /// Does it on a thread whose stack is deep enough for what recurses, and waits for its end.
    private static func onThread(_ body: @escaping @Sendable () -> Void) {
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            body()
            done.signal()
        }
        thread.stackSize = 16 * 1_048_576
        thread.start()
        done.wait()
    }
}
