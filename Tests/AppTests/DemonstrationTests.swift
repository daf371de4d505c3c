import Agreements
import App
import Definitions
import Engine
import Foundation
import TestSupport
import Testing

@testable import App

@Suite("The demonstration")
struct DemonstrationTests {
    @Test("It plays wholly: at least 20 agreements of three instruments in at least 12 states")
    func portfolio() async throws {
        let demonstration = try Demonstration.load(folder: DemonstrationPlays.folder)
        let (memory, world) = try DemonstrationPlays.world(demonstration)
        let began = ContinuousClock.now
        let summary = try await demonstration.play(
            in: world, institution: "inserm", now: demonstration.start, progress: { _, _, _ in })
        let agreements = memory.institution.read { Array($0.agreements.values) }
        let states = Set(agreements.map(Self.standing))
        let time = ContinuousClock.now - began
        print("\(summary) in \(time); \(states.count) states: \(states.sorted().joined(separator: ", "))")
        #expect(summary.agreements == agreements.count)
        #expect(agreements.count >= 20)
        #expect(Set(agreements.map(\.instrument)).isSuperset(of: ["LIA", "LEA", "ACC"]))
        #expect(states.count >= 12)
        #expect(memory.refoldsEqually)
    }

    /// Where an agreement stands as its readers tell states apart: the stage of its life; of a draft whether it is
    /// locked; in force, how far its term is and whether it is suspended.
    private static func standing(_ agreement: Agreement) -> String {
        let state = agreement.processes["life"]?.state ?? []
        let first = state.first ?? ""
        switch first.split(separator: ".").first {
        case "active": return "\(first) \(agreement.legalStatus)"
        case "draft", "closing": return first
        case let stage: return String(stage ?? "")
        }
    }
}
