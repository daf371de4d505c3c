package import Agreements
import Definitions
import Engine

/// The portfolio of a simulated institution: several scenario files with one cast, played as one story.
///
/// A key that two files declare is the same person, organisation or call; the first file, by name, says what
/// it is.
package struct Demonstration: Sendable {
    let files: [ScenarioFile]
    /// The steps of all files by time; at the same time in the order of files and lines.
    let lines: [Line]
    /// Where the legal time of its database begins.
    package let start: Instant

    struct Line: Sendable {
        var file: ScenarioFile
        var step: ScenarioStep
    }

    /// What was played.
    package struct Summary: Sendable, Hashable {
        package var agreements: Int
        package var steps: Int
    }

    /// Called after each step with the steps done, their number, and the legal day.
    package typealias Progress = @Sendable (_ done: Int, _ total: Int, _ day: Day) -> Void

    /// Plays all of it, or what is left of it: the set-up, then every step at its time.
    ///
    /// Identities and request ids are derived from the institution and the files, so that a play which a
    /// crash
    /// cut off is played again from the start: what was done answers as before, and legal time moves only
    /// where
    /// the story passes it.
    /// - Parameter now: where legal time stands in the world.
    /// - Throws: ``ScenarioFailure`` with file and line for a step that is refused; whatever the world throws
    ///   when it failed; `CancellationError`. What was done until then stays.
    package func play(
        in world: ScenarioWorld, institution: String, now: Instant, progress: Progress = { _, _, _ in }
    ) async throws -> Summary {
        var stage = ScenarioStage(world, .derived(institution: institution), start: start)
        if now <= start { try await world.advance(start, true) }
        try await setUp(&stage)
        for (index, line) in lines.enumerated() {
            try Task.checkCancellation()
            if line.step.at >= now { try await world.advance(line.step.at, line.step.jump) }
            do { try await stage.perform(line.step, of: line.file) } catch let refusal as Refusal {
                throw ScenarioFailure(refusal, at: line.step.place)
            }
            progress(index + 1, lines.count, Zone.paris.day(of: line.step.at))
        }
        return Summary(agreements: lines.count { $0.step.proposal != nil }, steps: lines.count)
    }

    private func setUp(_ stage: inout ScenarioStage) async throws {
        for organisation in firsts(\.organisations, by: \.key) { try await stage.add(organisation) }
        for person in firsts(\.people, by: \.key) { try await stage.add(person) }
        for call in firsts(\.calls, by: \.key) { try await stage.open(call) }
        for delegation in firsts(\.delegations, by: \.key) {
            try await stage.add(delegation, as: delegation.key)
        }
        for measure in firsts(\.measures, by: \.key) { try await stage.set(measure, as: measure.key) }
    }

    private func firsts<Entry>(
        _ entries: KeyPath<ScenarioFile, [Entry]>, by key: KeyPath<Entry, String>
    ) -> [Entry] {
        var known: Set<String> = []
        return files.flatMap { $0[keyPath: entries] }.filter { known.insert($0[keyPath: key]).inserted }
    }
}

extension ScenarioStep {
    /// The proposal that the step makes.
    var proposal: Proposal? { if case .propose(let proposal) = verb { proposal } else { nil } }
    /// The document that the step adds.
    var document: Document? { if case .document(let document) = verb { document } else { nil } }
}
