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

    /// A scenario that was written while the search goes on.
    package struct Progress: Sendable {
        package var file: String
        /// How many transitions are not taken yet.
        package var left: Int
        package var decisions: Int
    }

    /// Writes scenarios that take the transitions which those played so far do not, but for those that are
    /// proved impossible, and plays them.
    ///
    /// The search runs the real rules in memory; the same seed gives the same files. Each is written as soon as it
    /// takes something new, so that what was found stays when the search is broken off; at the end those go that
    /// others make superfluous. A transition that it does not reach within `decisionsMax` decisions of a workflow is
    /// reported, not proved unreachable.
    package func generate(
        into folder: String, seed: UInt64, decisionsMax: Int,
        onProgress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) async throws -> [Generated] {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var all: [Generated] = []
        for tried in tried {
            all.append(
                try await generate(
                    tried, into: folder, seed: seed, decisionsMax: decisionsMax, onProgress: onProgress))
        }
        return all
    }

    private func generate(
        _ tried: TriedWorkflow, into folder: String, seed: UInt64, decisionsMax: Int,
        onProgress: @escaping @Sendable (Progress) -> Void
    ) async throws -> Generated {
        let wanted = uncovered(of: tried)
        let fileName = { (number: Int) in "generated-\(tried.workflow.id)-\(number < 10 ? "0" : "")\(number)"
        }
        var search = ScenarioSearch(tried.workflow, wanted: wanted, seed: seed) { node, search in
            let name = fileName(search.found.count)
            let text = ScenarioWriting(workflow: tried.workflow, cast: search.cast, node: node, name: name)
                .text
            let path = "\(folder)/\(name).yaml"
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
            onProgress(Progress(file: path, left: search.wanted.count, decisions: search.decisions))
        }
        try search.run(from: await seeds(for: tried.workflow), decisionsMax: decisionsMax)
        var generated = Generated(
            workflow: tried.workflow.id, files: [], decisions: search.decisions, failures: [],
            unreached: Self.missing(search, of: tried, decisionsMax))
        let kept = Self.fewest(search.found, covering: wanted)
        for index in search.found.indices {
            let path = "\(folder)/\(fileName(index + 1)).yaml"
            guard kept.contains(index) else {
                try FileManager.default.removeItem(atPath: path)
                continue
            }
            generated.files.append(path)
            let file = try ScenarioFile.read(Array(try Data(contentsOf: URL(filePath: path))), file: path)
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

    /// Few trails, by number, that together take all that was found: those that take most come first.
    private static func fewest(_ found: [SearchNode], covering wanted: Set<String>) -> Set<Int> {
        var left = wanted
        var chosen: Set<Int> = []
        while let best = found.indices.max(by: { a, b in
            let (first, second) = (
                found[a].taken.intersection(left).count, found[b].taken.intersection(left).count
            )
            return first == second ? found[a].trail.count > found[b].trail.count : first < second
        }), !found[best].taken.isDisjoint(with: left) {
            chosen.insert(best)
            left.subtract(found[best].taken)
        }
        return chosen
    }

    private static func missing(
        _ search: ScenarioSearch, of tried: TriedWorkflow, _ decisionsMax: Int
    ) -> [Coverage.Missing] {
        let reasons = SearchReasons(search: search, decisionsMax: decisionsMax)
        return search.wanted.keys.sorted().map { name in
            let parts = name.split(separator: " ", maxSplits: 1).map(String.init)
            let place = tried.places.transitions[parts[0]]?[parts[1]] ?? Place(file: "", line: 0, column: 0)
            return Coverage.Missing(place: place, what: "\(name): \(reasons.reason(for: name))")
        }
    }
}
