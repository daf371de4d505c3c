import Agreements
import Expressions

extension GuardWorld {
    /// The shortest way on which a day of the agreement stays unknown that a formula reads; nil where it is known on all.
    ///
    /// That the last term opened has no end, which the definition knows by its own variables, is not decided where some
    /// term on a way there has one.
    func way(leavingUnknown path: String, to use: FormulaUse) -> [LocalizedText]? {
        let shortest = events(of: use).first?.path ?? []
        let needed: NoticeSituation
        switch path {
        // The end of a term reads the start that is given with it.
        case "agreement.start" where use.partOfTerm == .end: return nil
        case "agreement.end" where !mayHaveEnd(where: use): return shortest
        case "agreement.start", "agreement.end": needed = .term
        case "agreement.plannedStart": needed = .plannedStart
        case "agreement.lastSignature": return draft.recordsSignatures ? nil : shortest
        default: return nil
        }
        guard let facts = certainties.facts(where: use), !facts.contains(needed) else { return nil }
        return certainties.way(to: use, without: needed) ?? shortest
    }

    /// Whether a term that has an end may have been opened where a formula runs.
    ///
    /// Only ways of the life are followed: what another process opens may have been opened anywhere.
    func mayHaveEnd(where use: FormulaUse) -> Bool {
        let opening = draft.orderedProcesses.map(\.value).filter(\.endsTerm)
        guard draft.tellsAll, draft.opensTerm else { return true }
        guard !opening.isEmpty else { return false }
        guard use.process.name == "life", opening.allSatisfy({ $0.name == "life" }) else { return true }
        return flow(of: use.process).mayHaveEnd(where: use.occasion)
    }
}

extension ProcessFlow {
    fileprivate func mayHaveEnd(where occasion: FormulaUse.Occasion) -> Bool {
        let state: Int
        switch occasion {
        case .entry(let entered), .waiting(let entered): state = entered
        case .transition(let index):
            if process.transitions[index].definition.actions.contains(where: \.endsTerm) { return true }
            state = process.transitions[index].source
        }
        return statesAfterEnd.contains { $0 == state || areTogether($0, state) }
    }

    /// The states that may come once a term was opened that has an end.
    private var statesAfterEnd: Set<Int> {
        let opening = process.transitions.indices.filter {
            process.transitions[$0].definition.actions.contains(where: \.endsTerm)
        }
        let entered = opening.reduce(into: Set<Int>()) {
            let transition = process.transitions[$1]
            $0.formUnion(transition.targets.isEmpty ? [transition.source] : self.entered[$1])
        }
        let states = process.states.indices.filter { process.states[$0].actions.contains(where: \.endsTerm) }
        return reachable(from: entered.union(states))
    }
}

extension Certainties {
    /// The shortest way to where a formula runs on which nothing makes a fact certain; nil where none is seen.
    func way(to use: FormulaUse, without fact: NoticeSituation) -> [LocalizedText]? {
        let name = use.process.name
        guard let flow = flows[name], let states = states[name] else { return nil }
        let lacking = Set(states.indices.filter { states[$0].map { !$0.contains(fact) } ?? false })
        let exits = flow.exits.mapValues { indices in
            indices.filter { !facts(after: $0, of: name, from: []).contains(fact) }
        }
        let ways = ProcessFlow.shortestWays(
            from: Entering(outline: flow.outline).initial.filter(lacking.contains), exits: exits,
            entered: flow.entered.map(lacking.intersection))
        switch use.occasion {
        case .entry(let state), .waiting(let state): return ways[state].map { flow.steps(along: $0) }
        case .transition(let index):
            return ways[flow.process.transitions[index].source].map { flow.steps(along: $0 + [index]) }
        }
    }
}

extension ProcessDraft {
    fileprivate var endsTerm: Bool { actions.contains(where: \.endsTerm) }

    /// What its states and transitions do.
    fileprivate var actions: [ActionDefinition] {
        states.flatMap(\.actions) + transitions.flatMap(\.definition.actions)
    }
}

extension WorkflowDraft {
    fileprivate var opensTerm: Bool {
        orderedProcesses.flatMap(\.value.actions).contains { if case .term = $0 { true } else { false } }
    }

    /// Whether some act of a process records a signature, as far as all that they do could be read.
    fileprivate var recordsSignatures: Bool {
        !tellsAll
            || orderedProcesses.flatMap(\.value.actions).contains {
                if case .signature = $0 { true } else { false }
            }
    }
}

extension ActionDefinition {
    fileprivate var endsTerm: Bool { if case .term(_, _?) = self { true } else { false } }
}
