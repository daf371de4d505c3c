import Agreements
import App
import Definitions
import Engine
import Foundation
import TestSupport
import Testing

@testable import App

@Suite("The forecast, in memory", .besideThePool)
struct ForecastInMemory {
    @Test(
        "What was said in the middle of a story is what comes if nobody acts",
        arguments: ScenarioFolder.judged)
    func comesTrue(scenario: String) async throws {
        for part in 1...3 {
            let (world, library) = try await Self.played(scenario) { $0 * part / 4 }
            let portfolio = world.institution.portfolio
            let start = portfolio.facts.now
            let until = start.adding(milliseconds: 5 * 366 * 86_400_000)
            let said = try await Forecast(portfolio, library: library, randomness: .system).items(
                until: until)
            do { try await world.world.advance(until, false) } catch is Refusal { continue }
            let came = portfolio.agreements.flatMap { agreement in
                let events = world.institution.read { $0.events[agreement.id] ?? [] }
                return ForecastReading(of: agreement, from: start, until: until)
                    .items(of: Array(events.dropFirst(agreement.seq)))
            }
            #expect(said == came.sortedByInstant(), "\(scenario), after \(part) quarters")
        }
    }

    /// How many files are looked ahead of; `ENTENTE_FILES` sets another number, to measure.
    private static let files = ProcessInfo.processInfo.environment["ENTENTE_FILES"].flatMap { Int($0) } ?? 20

    @Test("Every file of a portfolio is looked ahead of")
    func many() async throws {
        let (world, library) = try await Self.played("01-lia-plain-road") { _ in 36 }
        var portfolio = world.institution.portfolio
        let file = try #require(portfolio.agreements.first)
        portfolio.agreements = (0..<Self.files).map { _ in
            var copy = file
            copy.id = Agreement.ID(UUID())
            return copy
        }
        let until = portfolio.facts.now.adding(milliseconds: 5 * 366 * 86_400_000)
        var count = 0
        let time = try await ContinuousClock().measure {
            count = try await Forecast(portfolio, library: library, randomness: .system).items(until: until)
                .count
        }
        print("ForecastInMemory: \(Self.files) files in \(file.state): \(count) items in \(time)")
        #expect(count >= 10 * Self.files)
    }

    /// A story played to a part of it.
    private static func played(
        _ name: String, _ length: (Int) -> Int
    ) async throws -> (world: MemoryWorld, library: Library) {
        let folder = ScenarioFolder()
        var file = try folder.scenario(name)
        file.steps = Array(file.steps.prefix(length(file.steps.count)))
        let library = try folder.library()
        let world = MemoryWorld(library: library, start: file.start)
        var player = ScenarioPlayer(file, in: world.world, randomness: .system)
        _ = try await player.play()
        return (world, library)
    }
}
