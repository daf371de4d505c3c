import Jobs
import Synchronization

/// A runner's clock that only the test moves, and that says who sleeps.
final class ManualClock: Sendable {
    private struct Sleeper {
        let id: Int
        let length: Duration
        let until: Duration
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now = Duration.zero
        var next = 0
        var sleepers: [Sleeper] = []
        var cancelled: Set<Int> = []
        var watchers: [(length: Duration, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state = Mutex(State())

    var clock: RunnerClock {
        RunnerClock(now: { self.state.withLock(\.now) }, sleep: { try await self.rest($0) })
    }

    /// Moves on and wakes whoever is due.
    func advance(by duration: Duration) {
        let due = state.withLock { state -> [Sleeper] in
            state.now += duration
            let due = state.sleepers.filter { $0.until <= state.now }
            state.sleepers.removeAll { $0.until <= state.now }
            return due
        }
        for sleeper in due { sleeper.continuation.resume() }
    }

    /// Returns once somebody sleeps for exactly `length`.
    func sleeper(of length: Duration) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state -> Bool in
                if state.sleepers.contains(where: { $0.length == length }) { return true }
                state.watchers.append((length, continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
    }

    private func rest(_ length: Duration) async throws {
        let id = state.withLock { state in
            state.next += 1
            return state.next
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { self.fallAsleep(id, length, $0) }
        } onCancel: {
            cancel(id)
        }
    }

    private func fallAsleep(
        _ id: Int, _ length: Duration, _ continuation: CheckedContinuation<Void, any Error>
    ) {
        let (sleeps, watchers) = state.withLock { state -> (Bool, [CheckedContinuation<Void, Never>]) in
            guard state.cancelled.remove(id) == nil else { return (false, []) }
            state.sleepers.append(
                Sleeper(id: id, length: length, until: state.now + length, continuation: continuation))
            let watchers = state.watchers.filter { $0.length == length }.map(\.continuation)
            state.watchers.removeAll { $0.length == length }
            return (true, watchers)
        }
        for watcher in watchers { watcher.resume() }
        if !sleeps { continuation.resume(throwing: CancellationError()) }
    }

    private func cancel(_ id: Int) {
        let sleeper = state.withLock { state -> Sleeper? in
            guard let index = state.sleepers.firstIndex(where: { $0.id == id }) else {
                state.cancelled.insert(id)
                return nil
            }
            return state.sleepers.remove(at: index)
        }
        sleeper?.continuation.resume(throwing: CancellationError())
    }
}
