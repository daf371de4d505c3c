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

    @Test("A name that no definition has is not taken for absent")
    func slips() async throws {
        let folder = ScenarioFolder()
        var text = try folder.text("01-lia-plain-road")
        let first = try #require(text.firstRange(of: "expect: { agreement: a,"))
        text.insert(
            contentsOf: " notIn: [instrction], noTasks: [DUU], noTimers: [frst], noNotices: [N99],",
            at: first.upperBound)
        let file = try ScenarioFile.read(Array(text.utf8), file: "slip.yaml")
        let world = try MemoryWorld(folder: folder, start: file.start)
        var player = ScenarioPlayer(file, in: world.world, randomness: .system)
        let failures = try await player.play().map(\.message)
        #expect(
            failures == [
                "there is no state instrction", "no state has a task of DUU", "no state has a timer frst",
                "there is no notice N99",
            ])
    }
}
