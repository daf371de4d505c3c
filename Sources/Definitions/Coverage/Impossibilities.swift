import Agreements
import Expressions
import Statechart

/// The parts of a workflow that no agreement can come to, whatever happens: they need no scenario.
///
/// The exploration of the proof gate shows it, with the parameters of the workflow: also where a process is
/// about values that its parent takes from them, and where a list whose elements children are about is empty
/// by them. An agreement belongs to a unit from its proposal on, or never: both are explored, and impossible is
/// what neither comes to.
package struct Impossibilities: Sendable {
    /// States that are never entered, by process.
    package private(set) var states: [String: Set<String>] = [:]
    /// The labels of transitions that are never taken, by process.
    package private(set) var transitions: [String: Set<String>] = [:]
    /// Outcomes that a clause never has, wherever it is used.
    package private(set) var outcomes: Set<ClauseOutcome> = []

    /// That nothing is impossible.
    package init() {}

    /// - Precondition: every process of the draft was read whole.
    /// - Parameter cases: conditions over what never changes; those of one case hold for each agreement.
    init(_ draft: WorkflowDraft, cases: [[Program]]) {
        let known = draft.knownParameters
        let definitions = draft.orderedProcesses.compactMap(\.value.definition)
        let processes = Dictionary(
            definitions.map { ($0.name, $0.withoutChildren(knowing: known)) }, uniquingKeysWith: { a, _ in a }
        )
        outcomes = Set(definitions.flatMap(\.outcomes))
        for definition in definitions {
            states[definition.name] = Set(definition.states.keys)
            transitions[definition.name] = Set(definition.transitions.keys)
        }
        for premises in cases {
            let explored = ProcessExplorations(
                processes, parameters: draft.parameters, properties: [],
                restrictions: draft.restrictions.map(\.value), facts: draft.itemFacts,
                premises: premises, notesOutcomes: true, mayHaveCall: draft.mayHaveCall)
            for name in explored.started { allow(processes[name], explored.explorations[name]) }
        }
    }

    /// Takes out what a process that may run can come to.
    private mutating func allow(_ definition: ProcessDefinition?, _ exploration: Exploration?) {
        guard let definition else { return }
        guard let exploration, exploration.isComplete else {
            states[definition.name] = []
            transitions[definition.name] = []
            return outcomes.subtract(definition.outcomes)
        }
        states[definition.name]?.formIntersection(exploration.unreachedStates)
        transitions[definition.name]?.formIntersection(exploration.deadTransitions)
        outcomes.subtract(exploration.details.outcomes)
    }
}

extension ProcessExplorations {
    /// The processes that may run: the life, and what those start in the states and by the transitions that
    /// they can come to.
    fileprivate var started: Set<String> {
        var started: Set<String> = ["life"]
        var open = ["life"]
        while let name = open.popLast() {
            open += runs(startedBy: name).filter { started.insert($0).inserted }
        }
        return started
    }

    private func runs(startedBy name: String) -> [String] {
        guard let process = processes[name], let exploration = explorations[name] else { return [] }
        let isComplete = exploration.isComplete
        let unreached = isComplete ? Set(exploration.unreachedStates) : []
        let dead = isComplete ? Set(exploration.deadTransitions) : []
        let states = process.states.values.filter { !unreached.contains($0.id) }
        let taken = process.transitions.values.filter { !dead.contains($0.label) }
        let spawned = (states.flatMap(\.actions) + taken.flatMap(\.actions)).compactMap { action in
            if case .spawn(_, let run, _, _, _) = action { run } else { nil as String? }
        }
        return states.flatMap(\.children).map(\.run) + spawned
    }
}

extension ProcessDefinition {
    /// The same without the children of lists that are certainly empty.
    fileprivate func withoutChildren(knowing known: Knowledge) -> ProcessDefinition {
        var process = self
        process.states = states.mapValues { state in
            var state = state
            state.children.removeAll { $0.forEach?.program.listSize(knowing: known) == 0 }
            return state
        }
        return process
    }

    /// Both outcomes of each clause of its guards.
    fileprivate var outcomes: [ClauseOutcome] {
        chart.transitions.flatMap { $0.condition?.clauses ?? [] }.flatMap { clause in
            [true, false].map { ClauseOutcome(place: clause.formula.place, holds: $0) }
        }
    }
}

extension WorkflowDraft {
    fileprivate var knownParameters: Knowledge {
        Knowledge(values: ["param": .object(parameters.mapValues(\.value))])
    }

    /// What is certain, by process and dotted path, of what each instance is about.
    fileprivate var itemFacts: [String: [String: Value]] {
        let starts = Dictionary(grouping: orderedProcesses.flatMap(\.value.children), by: \.run)
        let known = knownParameters
        return starts.mapValues { starts in
            let all = starts.map { $0.facts(knowing: known) }
            return all.dropFirst().reduce(all.first ?? [:]) { common, facts in
                common.filter { facts[$0.key] == $0.value }
            }
        }
    }
}

extension ProcessChild {
    /// What is certain of the item that the spawning action writes out.
    fileprivate func facts(knowing known: Knowledge) -> [String: Value] {
        guard isSpawned, let item, let source else { return [:] }
        let entries = source.program.knownEntries(knowing: known)
        return Dictionary(uniqueKeysWithValues: entries.map { ("item.\(item).\($0)", $1) })
    }
}

extension WorkflowLoader {
    /// What is impossible in the workflow that these files describe; nothing where they cannot be read whole.
    ///
    /// Cost: about twice that of the proof gate.
    package func impossibilities(of sources: WorkflowSources) -> Impossibilities {
        guard let draft = draft(of: sources),
            draft.orderedProcesses.allSatisfy({ $0.value.definition != nil })
        else { return Impossibilities() }
        return Impossibilities(draft, cases: cases)
    }

    /// What is true of an agreement from its proposal on: nothing changes its unit.
    private var cases: [[Program]] {
        let environment = GuardEnvironment.environment(zone: zone)
        return ["agreement.unit == ''", "agreement.unit != ''"].map { condition in
            (try? environment.compile(condition)).map { [$0] } ?? []
        }
    }
}
