package import Agreements

/// Where in its files each state and transition of a workflow stands.
package struct WorkflowPlaces: Sendable {
    /// By process, then by the state's id.
    package var states: [String: [String: Place]] = [:]
    /// By process, then by the transition's label.
    package var transitions: [String: [String: Place]] = [:]

    /// What stands before the names of files, such as `Workflows/`.
    package private(set) var folder = ""

    /// The same places with the folder of the main file before each file's name.
    package func below(_ folder: String) -> WorkflowPlaces {
        func moved(_ places: [String: [String: Place]]) -> [String: [String: Place]] {
            places.mapValues { places in
                places.mapValues { Place(file: folder + $0.file, line: $0.line, column: $0.column) }
            }
        }
        var places = self
        places.states = moved(states)
        places.transitions = moved(transitions)
        places.folder = folder
        return places
    }
}

extension WorkflowLoader {
    /// The workflow that these files describe, with the places of its parts.
    ///
    /// Cost: the files are read twice.
    /// - Throws: ``InvalidDefinition`` with every finding at once.
    package func loadWithPlaces(
        _ sources: WorkflowSources
    ) throws(InvalidDefinition) -> (workflow: Workflow, places: WorkflowPlaces) {
        let workflow = try load(sources)
        return (workflow, WorkflowPlaces(draft(of: sources)?.orderedProcesses.map(\.value) ?? []))
    }

    /// What the files say, whatever is wrong with it.
    func draft(of sources: WorkflowSources) -> WorkflowDraft? {
        let log = FindingLog()
        let documents = DocumentReader(log: log).read(sources)
        let reading = WorkflowReading(
            log: log, texts: documents.texts, environment: GuardEnvironment.environment(zone: zone),
            roles: roles)
        return documents.main.flatMap { reading.workflow($0, includes: documents.includes) }
    }
}

extension WorkflowPlaces {
    init(_ processes: [ProcessDraft]) {
        for process in processes {
            states[process.name] = Dictionary(
                process.outline.states.map { ($0.path, $0.place) }, uniquingKeysWith: { first, _ in first })
            transitions[process.name] = Dictionary(
                process.transitions.map { ($0.definition.label, $0.place) },
                uniquingKeysWith: { first, _ in first })
        }
    }
}
