import Agreements
import Expressions
import Statechart

/// The parts of a workflow that no agreement can come to, whatever happens: they need no scenario.
///
/// The exploration of the proof gate shows it, with the parameters of the workflow: also where a process is
/// about values that its parent takes from them.
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
    init(_ draft: WorkflowDraft) {
        let definitions = draft.orderedProcesses.compactMap(\.value.definition)
        let explored = ProcessExplorations(
            Dictionary(definitions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }),
            parameters: draft.parameters, properties: [], facts: draft.itemFacts, notesOutcomes: true)
        var possible: Set<ClauseOutcome> = []
        for definition in definitions {
            guard let exploration = explored.explorations[definition.name], exploration.isComplete else {
                possible.formUnion(definition.outcomes)
                continue
            }
            states[definition.name] = Set(exploration.unreachedStates)
            transitions[definition.name] = Set(exploration.deadTransitions)
            possible.formUnion(exploration.details.outcomes)
        }
        outcomes = Set(definitions.flatMap(\.outcomes)).subtracting(possible)
    }
}

extension ProcessDefinition {
    /// Both outcomes of each clause of its guards.
    fileprivate var outcomes: [ClauseOutcome] {
        chart.transitions.flatMap { $0.condition?.clauses ?? [] }.flatMap { clause in
            [true, false].map { ClauseOutcome(place: clause.formula.place, holds: $0) }
        }
    }
}

extension WorkflowDraft {
    /// What is certain, by process and dotted path, of what each instance is about.
    fileprivate var itemFacts: [String: [String: Value]] {
        let starts = Dictionary(grouping: orderedProcesses.flatMap(\.value.children), by: \.run)
        let known = Knowledge(values: ["param": .object(parameters.mapValues(\.value))])
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
    /// Cost: about that of the proof gate.
    package func impossibilities(of sources: WorkflowSources) -> Impossibilities {
        guard let draft = draft(of: sources),
            draft.orderedProcesses.allSatisfy({ $0.value.definition != nil })
        else { return Impossibilities() }
        return Impossibilities(draft)
    }
}
