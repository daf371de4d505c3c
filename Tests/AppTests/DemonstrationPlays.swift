import Agreements
import App
import Foundation
import Synchronization
import TestSupport

/// The shipped demonstration, and worlds to play it in.
enum DemonstrationPlays {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Workflows/demonstration").path

    /// Played once without interruption, for all tests.
    static let whole = Task {
        () async throws -> (memory: MemoryWorld, summary: Demonstration.Summary, time: Duration) in
        let demonstration = try Demonstration.load(folder: folder)
        let (memory, world) = try DemonstrationPlays.world(demonstration)
        let began = ContinuousClock.now
        let summary = try await demonstration.play(in: world, institution: "inserm", now: demonstration.start)
        return (memory, summary, ContinuousClock.now - began)
    }

    /// A fresh institution in memory at the demonstration's start.
    static func world(_ demonstration: Demonstration) throws -> (MemoryWorld, ScenarioWorld) {
        let memory = try MemoryWorld(folder: ScenarioFolder(), start: demonstration.start)
        return (memory, memory.world.answeringOnce)
    }
}

extension ScenarioWorld {
    /// This world, its register answering a request that arrives again as the stored one does: without doing it
    /// twice.
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
}

private final class KnownRequests: Sendable {
    private let ids = Mutex<Set<String>>([])

    func isNew(_ id: String) -> Bool { ids.withLock { !$0.contains(id) } }
    func note(_ id: String) { ids.withLock { _ = $0.insert(id) } }
}
