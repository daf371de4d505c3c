import Synchronization

/// One-place signal: raised any number of times, from any thread, it wakes its one waiter once.
package final class WakeSignal: Sendable {
    package init() {}

    private struct State {
        var isRaised = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    /// Wakes the waiter, or lets the next wait return at once.
    package func raise() {
        let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
            defer { state.waiter = nil }
            if state.waiter == nil { state.isRaised = true }
            return state.waiter
        }
        waiter?.resume()
    }

    /// Returns when raised, or at once when the task is cancelled.
    func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let mustWait = state.withLock { state -> Bool in
                    defer { state.isRaised = false }
                    if state.isRaised || Task.isCancelled { return false }
                    state.waiter = continuation
                    return true
                }
                if !mustWait { continuation.resume() }
            }
        } onCancel: {
            cancelWait()
        }
    }

    /// Returns when raised, when `duration` has passed, or when the task is cancelled.
    package func wait(atMost duration: Duration, clock: RunnerClock) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.wait() }
            group.addTask { try? await clock.sleep(duration) }
            await group.next()
            group.cancelAll()
        }
    }

    private func cancelWait() {
        let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }
}
