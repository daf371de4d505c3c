import Agreements
package import Definitions
import Foundation

extension WorkflowTrial {
    /// The scenarios that were written for one workflow.
    package struct Generated: Sendable {
        package var workflow: String
        package var files: [String]
        package var decisions: Int
        /// What did not come true when the files were played; empty when the engine and the search agree.
        package var failures: [ScenarioFailure]
        /// Transitions that the search did not take, with why as far as it can be told.
        package var unreached: [Coverage.Missing]
    }

    /// Writes scenarios that take the transitions which those played so far do not, but for those that are
    /// proved impossible, and plays them.
    ///
    /// The search runs the real rules in memory; the same seed gives the same files. A transition that it
    /// does not
    /// reach within `decisionsMax` decisions of a workflow is reported, not proved unreachable.
    package func generate(into folder: String, seed: UInt64, decisionsMax: Int) async throws -> [Generated] {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var all: [Generated] = []
        for tried in tried {
            all.append(try await generate(tried, into: folder, seed: seed, decisionsMax: decisionsMax))
        }
        return all
    }

    private func generate(
        _ tried: TriedWorkflow, into folder: String, seed: UInt64, decisionsMax: Int
    ) async throws -> Generated {
        let wanted = uncovered(of: tried)
        var search = ScenarioSearch(tried.workflow, wanted: wanted, seed: seed)
        search.run(from: await seeds(for: tried.workflow), decisionsMax: decisionsMax)
        var generated = Generated(
            workflow: tried.workflow.id, files: [], decisions: search.decisions, failures: [],
            unreached: Self.missing(search.wanted, of: tried))
        for (index, node) in Self.fewest(search.found, covering: wanted).enumerated() {
            let name = "generated-\(tried.workflow.id)-\(index + 1 < 10 ? "0" : "")\(index + 1)"
            let text = ScenarioWriting(workflow: tried.workflow, cast: search.cast, node: node, name: name)
                .text
            let path = "\(folder)/\(name).yaml"
            try Data(text.utf8).write(to: URL(filePath: path))
            generated.files.append(path)
            let file = try ScenarioFile.read(Array(text.utf8), file: path)
            generated.failures += try await play(file, at: path).failures
        }
        return generated
    }

    /// The places of the given scenarios that follow a workflow.
    private func seeds(for workflow: Workflow) async -> [SearchNode] {
        var nodes: [SearchNode] = []
        for (path, file) in paths where file.workflows.contains(workflow.id) {
            guard let data = FileManager.default.contents(atPath: path) else { continue }
            nodes += await SearchSeeds(
                file: file, text: String(decoding: data, as: UTF8.self), workflow: workflow,
                library: library
            ).nodes()
        }
        return nodes
    }

    private func uncovered(of tried: TriedWorkflow) -> Set<String> {
        let seen = seen.transitions
        let impossible = tried.impossibilities.transitions
        let all = tried.workflow.processes.values.flatMap { process in
            process.transitions.keys.filter { !(impossible[process.name]?.contains($0) ?? false) }
                .map { "\(process.name) \($0)" }
        }
        return Set(all.filter { !seen.contains("\(tried.workflow.id) \($0)") })
    }

    /// Few trails that together take all that was found: those that take most come first.
    private static func fewest(_ found: [SearchNode], covering wanted: Set<String>) -> [SearchNode] {
        var left = wanted
        var chosen: [SearchNode] = []
        while let best = found.max(by: { a, b in
            let (first, second) = (a.taken.intersection(left).count, b.taken.intersection(left).count)
            return first == second ? a.trail.count > b.trail.count : first < second
        }), !best.taken.isDisjoint(with: left) {
            chosen.append(best)
            left.subtract(best.taken)
        }
        return chosen
    }

    private static func missing(_ wanted: [String: Double], of tried: TriedWorkflow) -> [Coverage.Missing] {
        wanted.sorted { $0.key < $1.key }.map { name, cost in
            let parts = name.split(separator: " ", maxSplits: 1).map(String.init)
            let place = tried.places.transitions[parts[0]]?[parts[1]] ?? Place(file: "", line: 0, column: 0)
            let why =
                cost == 0
                ? "its state was not reached" : "its state was reached, but its conditions never held"
            return Coverage.Missing(place: place, what: "\(name): \(why)")
        }
    }
}
