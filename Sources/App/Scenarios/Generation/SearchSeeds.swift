import Agreements
import Definitions
import Engine

/// Plays a scenario and notes, after each of its steps, every place from which a search may go on.
struct SearchSeeds {
    let file: ScenarioFile
    /// What the file holds, line by line.
    let text: String
    let workflow: Workflow
    let library: Library

    /// The places, in the order of the steps; those before the first refusal that was not expected.
    func nodes() async -> [SearchNode] {
        let memory = MemoryWorld(library: library, start: file.start)
        var stage = ScenarioStage(
            memory.world, .derived(institution: GeneratedCast.institution), start: file.start)
        var nodes: [SearchNode] = []
        do {
            try await stage.setUp(file)
            for (index, step) in file.steps.enumerated() {
                try await memory.world.advance(step.at, step.jump)
                do { try await stage.perform(step, of: file) } catch let refusal as Refusal {
                    guard refusal.code == step.refused else { return nodes }
                }
                nodes += places(after: index, memory, stage)
            }
        } catch {
            return nodes
        }
        return nodes
    }

    private func places(after index: Int, _ memory: MemoryWorld, _ stage: ScenarioStage) -> [SearchNode] {
        let (agreements, facts, now) = memory.institution.read { ($0.agreements, $0.facts, $0.now) }
        let following = agreements.values.filter { $0.workflow == workflow.id && $0.isLive }
        return following.sorted { $0.id < $1.id }.compactMap { agreement in
            guard let key = stage.names.key(of: agreement.id) else { return nil }
            var facts = facts
            facts.now = now
            let base = SearchBase(
                text: prefix(upTo: index), name: file.name, agreement: key,
                documents: agreement.documents.map { stage.names.key(of: $0.id) },
                cast: GeneratedCast(file, workflow))
            return SearchNode(
                agreement: agreement, facts: facts, trail: [], views: [], taken: [], base: base)
        }
    }

    /// The lines before the next step.
    private func prefix(upTo index: Int) -> String {
        guard index + 1 < file.steps.count else { return text }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.prefix(file.steps[index + 1].place.line - 1).joined(separator: "\n")
    }
}
