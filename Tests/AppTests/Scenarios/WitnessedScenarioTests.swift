import App
import Definitions
import Foundation
import TestSupport
import Testing

@Suite("Transitions whose conditions want values that nobody would draw", .besideThePool)
struct WitnessedScenarioTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "small")

    private static let all = [
        "children", "choices", "counters", "days", "now", "outside", "parties", "people", "planned", "vars",
    ]
    /// What is left, with a word of the reason: all else is taken.
    private static let left: [String: [(transition: String, why: String)]] = [
        "outside": [
            ("open/delegation.changed/0", "delegation"), ("open/framework.ended/0", "one agreement"),
        ]
    ]

    private func generate(_ name: String, decisionsMax: Int) async throws -> WorkflowTrial.Generated {
        let output = FileManager.default.temporaryDirectory.appending(path: "small-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: output) }
        let trial = try WorkflowTrial([Self.folder.appending(path: "\(name).yaml").path])
        return try #require(
            try await trial.generate(into: output.path, seed: 7, decisionsMax: decisionsMax).first)
    }

    @Test(
        "All that a definition alone lets happen is written down, and the rest has its reason",
        arguments: all)
    func covered(_ name: String) async throws {
        let generated = try await generate(name, decisionsMax: 4_000)
        let expected = Self.left[name] ?? []
        #expect(generated.failures.isEmpty, "\(generated.failures)")
        #expect(generated.unreached.count == expected.count, "\(generated.unreached.map(\.what))")
        for (transition, why) in expected {
            #expect(
                generated.unreached.contains { $0.what.contains(transition) && $0.what.contains(why) },
                "\(generated.unreached.map(\.what))")
        }
    }

    @Test("Where the search ended at its bound, it says so")
    func bounded() async throws {
        let generated = try await generate("vars", decisionsMax: 1)
        #expect(!generated.unreached.isEmpty)
        #expect(generated.unreached.allSatisfy { $0.what.contains("bound of 1 decisions") })
    }
}
