import Agreements
package import Definitions
package import Engine

/// Plays scenario files with a simulated clock in memory, and measures what they cover.
package struct WorkflowTrial: Sendable {
    let paths: [(path: String, file: ScenarioFile)]
    private let workflows: [String: TriedWorkflow]
    private let ledger = CoverageLedger()
    /// Whether the workflows to report on were named; else those that the scenarios follow are.
    private let reported: [String]

    /// What became of one scenario.
    package struct Outcome: Sendable {
        package var path: String
        package var steps: Int
        package var failures: [ScenarioFailure]
        /// What was recorded of each agreement, by the scenario's key.
        package var histories: [String: History]
    }

    /// Reads everything that the paths name: scenario files, folders of them, and workflow files.
    ///
    /// - Throws: ``UnsoundFiles``, `InvalidDefinition`, ``FileFault``.
    package init(_ paths: [String]) throws {
        let reader = try ScenarioFolderReader(paths)
        var workflows: [String: TriedWorkflow] = [:]
        for path in reader.workflows {
            let tried = try TriedWorkflow(path)
            workflows[tried.workflow.id] = tried
        }
        reported = workflows.keys.sorted()
        for (path, scenario) in reader.scenarios {
            for id in scenario.workflows where workflows[id] == nil {
                workflows[id] = try TriedWorkflow(try reader.workflow(id, for: path))
            }
        }
        self.paths = reader.scenarios
        self.workflows = workflows
    }

    /// The scenarios found, in order.
    package var scenarios: Int { paths.count }

    /// The workflows that were read, by name.
    package var tried: [TriedWorkflow] {
        (reported.isEmpty ? workflows.keys.sorted() : reported).compactMap { workflows[$0] }
    }

    /// Plays every scenario, each in an institution of its own.
    package func play() async throws -> [Outcome] {
        var outcomes: [Outcome] = []
        for (path, file) in paths { outcomes.append(try await play(file, at: path)) }
        return outcomes
    }

    /// What the scenarios played so far covered of each workflow, and what of it is impossible.
    ///
    /// Cost: about that of the proof gate, for each workflow.
    package func coverage() -> [Coverage] {
        tried.map {
            Coverage(
                $0.workflow, places: $0.places, seen: ledger.all, impossible: $0.impossibilities)
        }
    }

    /// What was seen so far.
    var seen: CoverageLedger.Seen { ledger.all }

    /// The workflows that were read, as the engine asks for them.
    var library: Library {
        let all = workflows.mapValues(\.workflow)
        return Library { id, _ in all[id] }
    }

    func play(_ file: ScenarioFile, at path: String) async throws -> Outcome {
        let memory = MemoryWorld(library: library, start: file.start, watch: ledger.watch)
        var player = ScenarioPlayer(file, in: memory.world, randomness: .system)
        var outcome = Outcome(path: path, steps: file.steps.count, failures: [], histories: [:])
        do { outcome.failures = try await player.play() } catch let failure as ScenarioFailure {
            outcome.failures = [failure]
        }
        let state = memory.institution.read(\.self)
        for (id, agreement) in state.agreements {
            let events = state.events[id] ?? []
            ledger.note(events, of: agreement.workflow)
            guard let tried = workflows[agreement.workflow] else { continue }
            outcome.histories[player.key(of: id) ?? id.description] = History(
                title: "\(file.title.en) (\(file.name))", institution: state.facts.institution,
                agreement: id, definition: .init(tried), register: state.register, events: events)
        }
        return outcome
    }
}

extension History.Definition {
    init(_ tried: TriedWorkflow) {
        self.init(
            id: tried.workflow.id, version: tried.workflow.version, sha256: tried.workflow.sha256,
            files: tried.files)
    }
}
