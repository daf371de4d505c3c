import Agreements
import App
import Engine
import Foundation
import Synchronization
import TestSupport

/// The shipped demonstration and worlds to play it in.
enum DemonstrationPlays {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Workflows/demonstration").path

    /// A fresh institution in memory at the demonstration's start.
    static func world(_ demonstration: Demonstration) throws -> (MemoryWorld, ScenarioWorld) {
        let memory = try MemoryWorld(folder: ScenarioFolder(), start: demonstration.start)
        return (memory, memory.world.answeringOnce)
    }
}

/// The crash that a test plans.
struct PlannedCrash: Error {}

extension ScenarioWorld {
    /// This world, its register answering a request that arrives again as the stored one does: without doing it twice.
    var answeringOnce: ScenarioWorld {
        let known = KnownRequests()
        var world = self
        world.register = { [register] command in
            guard known.isNew(command.requestID) else { return }
            try await register(command)
            known.note(command.requestID)
        }
        return world
    }

    /// This world, which fails at one of its changes, before or after it is done.
    func crashing(at change: Int, afterwards: Bool) -> ScenarioWorld {
        let count = Mutex(0)
        let countdown = Countdown { count.withLock { $0 += 1; return $0 } }
        var world = self
        world.advance = { [advance] to, jump in
            try await countdown.run(change, afterwards) { try await advance(to, jump) }
        }
        world.register = { [register] command in
            try await countdown.run(change, afterwards) { try await register(command) }
        }
        world.submit = { [submit] command in
            try await countdown.run(change, afterwards) { try await submit(command) }
        }
        return world
    }
}

private struct Countdown: Sendable {
    let next: @Sendable () -> Int

    func run(_ last: Int, _ afterwards: Bool, _ body: () async throws -> Void) async throws {
        let isLast = next() == last
        if isLast, !afterwards { throw PlannedCrash() }
        try await body()
        if isLast { throw PlannedCrash() }
    }
}

private final class KnownRequests: Sendable {
    private let ids = Mutex<Set<String>>([])

    func isNew(_ id: String) -> Bool { ids.withLock { !$0.contains(id) } }
    func note(_ id: String) { ids.withLock { _ = $0.insert(id) } }
}
