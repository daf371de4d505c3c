package import Agreements
package import Definitions

/// Plays a scenario file in a world: its acts at their dates, its expectations after each.
package struct ScenarioPlayer: Sendable {
    private let scenario: ScenarioFile
    private let world: ScenarioWorld
    private var stage: ScenarioStage

    /// A player of one scenario; nothing is played yet.
    package init(_ scenario: ScenarioFile, in world: ScenarioWorld, randomness: Randomness) {
        self.scenario = scenario
        self.world = world
        stage = ScenarioStage(world, .fresh(randomness), start: scenario.start)
    }

    /// Plays it to the end.
    ///
    /// - Returns: every expectation that did not hold, with its place in the file.
    /// - Throws: when an act failed that was expected to pass, or the world failed.
    package mutating func play() async throws -> [ScenarioFailure] {
        try await setUp()
        var failures: [ScenarioFailure] = []
        do {
            for step in scenario.steps { failures += try await play(step) }
        } catch let stop as ScenarioFailure where !failures.isEmpty {
            return failures + [stop]
        }
        return failures
    }

    /// The key under which the scenario names an agreement.
    func key(of agreement: Agreement.ID) -> String? { stage.names.key(of: agreement) }

    private mutating func setUp() async throws {
        try await stage.setUp(scenario)
    }

    private mutating func play(_ step: ScenarioStep) async throws -> [ScenarioFailure] {
        try await world.advance(step.at, step.jump)
        var failures: [ScenarioFailure] = []
        do {
            try await stage.perform(step, of: scenario)
            if let code = step.refused {
                failures.append(
                    .init(place: step.place, message: "expected the refusal \(code), but it was accepted"))
            }
        } catch let refusal as Refusal {
            guard refusal.code == step.refused else { throw ScenarioFailure(refusal, at: step.place) }
        }
        for expectation in step.expectations { failures += try await check(expectation) }
        return failures
    }

    private mutating func check(_ expectation: Expectation) async throws -> [ScenarioFailure] {
        let agreement = try await world.agreement(stage.names.agreement(expectation.agreement))
        var open: [String: [String]] = [:]
        for person in expectation.acts.keys {
            open[person] = try await world.acts(stage.names.person(person), agreement)
                .filter { $0.refusal == nil }.map(\.name)
        }
        var check = ExpectationCheck(
            expectation, agreement, notices: try await world.notices(agreement.id),
            trail: expectation.trail == nil ? [] : try await world.trail(agreement.id),
            kept: expectation.kept == nil ? [] : try await world.kept(agreement.id, scenario.retention),
            openActs: open,
            seen: try await seen(expectation, on: agreement), names: stage.names,
            workflow: try await world.workflow(agreement))
        let failures = check.failures()
        return failures.map { ScenarioFailure(place: expectation.place, message: $0) }
    }

    /// What the people of an expectation see now, in its words.
    private mutating func seen(
        _ expectation: Expectation, on agreement: Agreement
    ) async throws -> [String: Set<String>] {
        var seen: [String: Set<String>] = [:]
        for person in Set(expectation.sees.keys).union(expectation.seesNot.keys) {
            let id = stage.names.person(person)
            guard let roles = try await world.roles(id, agreement) else { continue }
            let sight = FileSight(of: agreement, for: id, holding: roles)
            let words = [Expectation.fileWord] + (sight.isAsked ? [Expectation.askedTextWord] : [])
            seen[person] = Set(sight.matters.map(\.rawValue)).union(words)
        }
        return seen
    }
}
