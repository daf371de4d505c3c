import Agreements
import Foundation
import Synchronization
import TestSupport

@testable import App

/// The shipped demonstration, and worlds to play it in.
enum DemonstrationPlays {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Workflows/demonstration").path

    /// A story, and the world in which it was played without interruption.
    typealias Play = (story: Demonstration, memory: MemoryWorld, summary: Demonstration.Summary)

    /// The whole story, played once for all tests.
    static let whole = Task { () async throws -> Play in try await played(Demonstration.load(folder: folder))
    }

    /// The story that crashing plays are compared with: its first sixth where time is short.
    static let toCrash = Task { () async throws -> Play in
        guard LongSuite.isShort else { return try await whole.value }
        let story = try Demonstration.load(folder: folder)
        let beginning = Array(story.lines.prefix(story.lines.count / 6))
        return try await played(Demonstration(files: story.files, lines: beginning, start: story.start))
    }

    private static func played(_ story: Demonstration) async throws -> Play {
        let (memory, world) = try world(story)
        return (story, memory, try await story.play(in: world, institution: "inserm", now: story.start))
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
