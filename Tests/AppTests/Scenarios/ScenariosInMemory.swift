import Agreements
import App
import Definitions
import Engine
import FoundationEssentials
import TestSupport
import Testing

@testable import App

@Suite("Scenarios, in memory", .besideThePool)
struct ScenariosInMemory {
    @Test("Every date, state, task and notice of the scenario comes true", arguments: ScenarioFolder.judged)
    func scenario(name: String) async throws {
        let folder = ScenarioFolder()
        let file = try folder.scenario(name)
        let world = try MemoryWorld(folder: folder, start: file.start)
        var player = ScenarioPlayer(file, in: world.world, randomness: .system)
        let failures: [ScenarioFailure]
        do { failures = try await player.play() } catch {
            Issue.record("\(error)\n\(world.trail)")
            return
        }
        #expect(failures.isEmpty, "\(failures.map(\.description).joined(separator: "\n"))\n\(world.trail)")
        #expect(world.refoldsEqually)
        #expect(world.owesOnce)
    }
}
