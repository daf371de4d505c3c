import Agreements
import Definitions
import Web

extension DefinitionView {
    /// A definition in words; with a tally, how many files are in each state of the life.
    init(_ workflow: Workflow, _ proof: Proof, _ tally: StateTally? = nil) {
        let names = ["life"] + workflow.processes.keys.filter { $0 != "life" }.sorted()
        self.init(
            name: DefinitionName(workflow.id, workflow.version), title: workflow.title,
            instrument: workflow.instrument, sha256: workflow.sha256,
            processes: names.compactMap { name in
                workflow.processes[name].map { Self.process($0, name == "life" ? tally : nil) }
            }, values: DefinitionValues(workflow).table, gate: GateView(proof))
    }

    private static func process(_ definition: ProcessDefinition, _ tally: StateTally?) -> Process {
        let states = definition.states.values.sorted { $0.order < $1.order }
        return Process(
            definition.name, definition.title,
            states.map { state in
                let waiting = tally?.waiting(in: state.id)
                return State(
                    path: path(to: state.id, in: definition),
                    worker: state.task.map { RoleTitles.name($0.role.role) },
                    count: tally.map { _ in waiting?.count ?? 0 }, oldest: waiting?.oldest)
            })
    }

    /// The titles of a state and of those around it, each once.
    private static func path(to state: String, in definition: ProcessDefinition) -> [LocalizedText] {
        var (id, titles): (String, [LocalizedText]) = ("", [])
        for part in state.split(separator: ".") {
            id += id.isEmpty ? String(part) : ".\(part)"
            guard let title = definition.states[id]?.title, title != titles.last else { continue }
            titles.append(title)
        }
        return titles.isEmpty ? [LocalizedText(fr: state, en: state)] : titles
    }
}

extension GateView {
    init(_ proof: Proof) {
        self.init(
            findings: proof.findings.map(Self.finding), warnings: proof.warnings.map(Self.finding),
            properties: proof.properties.map { Property($0.rule.title, Self.answer($0.answer)) })
    }

    private static func finding(_ found: Definitions.Finding) -> Finding {
        Finding(
            place: found.place.description, code: found.code.rawValue, message: found.sentence,
            advice: found.code.advice, path: found.way)
    }

    private static func answer(_ answer: PropertyAnswer) -> Property.Answer {
        switch answer {
        case .proved: .proved
        case .refuted: .refuted
        case .notDecided: .notDecided
        }
    }
}
