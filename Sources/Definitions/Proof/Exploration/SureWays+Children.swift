import Agreements
import Expressions
import Statechart

extension SureWays {
    /// Whether what the children of a state come to leads on, however they end.
    func childrenLeadOn(
        _ owner: Int, _ node: Int, by end: KeyPath<ChildBehaviour, Set<LegalStatus>>
    ) -> Bool {
        guard let state = explorer.reading.states[owner] else { return false }
        if state.children.contains(where: { endsLeadOn($0, owner, node, by: end) })
            || lastEndLeadsOn(owner, node, by: end)
        {
            return true
        }
        guard let join = attempt(.join(state: state.id), at: node), isForced(join) else { return false }
        return state.children.allSatisfy { completes($0, owner, node, by: end) }
    }

    private func endsLeadOn(
        _ definition: ChildrenDefinition, _ owner: Int, _ node: Int,
        by end: KeyPath<ChildBehaviour, Set<LegalStatus>>
    ) -> Bool {
        guard let behaviour = explorer.context.children[definition.run],
            behaviour[keyPath: end].contains(status(at: node)),
            lasting.groups.contains(.init(owner: owner, group: definition.name)),
            explorer.onceOnly.end(
                of: definition.name, in: owner, among: explorer.nodes[node].situation.spent) == nil
        else { return false }
        return behaviour.ends.allSatisfy { leadsOn(by: $0, of: definition.name, at: node) }
    }

    private func leadsOn(by end: ChildBehaviour.End, of group: String, at node: Int) -> Bool {
        guard let outcome = end.outcome,
            let attempt = attempt(.outcome(group: group, outcome: outcome), at: node)
        else { return false }
        return isForced(attempt)
    }

    /// Whether the last end of all children leads on, and whatever they tell before does, or leaves all as it is.
    private func lastEndLeadsOn(
        _ owner: Int, _ node: Int, by end: KeyPath<ChildBehaviour, Set<LegalStatus>>
    ) -> Bool {
        guard let last = lasting.lastEnds[owner], !last.mayHaveCome.contains(node),
            last.children.allSatisfy({ $0[keyPath: end].contains(status(at: node)) })
        else { return false }
        return last.outcomes.allSatisfy { trigger in
            guard let attempt = attempt(trigger, at: node) else { return true }
            return explorer.edges[attempt.edges].allSatisfy { edge in
                isOnWay(edge) || edge.to == node && !last.fits(edge.answers)
            }
        }
    }

    /// Whether the join of a definition certainly comes true, or an end before leads on.
    private func completes(
        _ definition: ChildrenDefinition, _ owner: Int, _ node: Int,
        by end: KeyPath<ChildBehaviour, Set<LegalStatus>>
    ) -> Bool {
        if case .none = definition.join { return true }
        let (context, reading) = (explorer.context, explorer.reading)
        guard let behaviour = context.children[definition.run], behaviour.isComplete else { return false }
        let spent = explorer.nodes[node].situation.spent
        let told = explorer.onceOnly.end(of: definition.name, in: owner, among: spent)
        guard behaviour[keyPath: end].contains(status(at: node)) || told != nil else { return false }
        let ends = behaviour.ends.filter { told == nil || $0.outcome == told }
        let rest = ends.filter { !leadsOn(by: $0, of: definition.name, at: node) }
        guard told != nil || rest.allSatisfy({ staysSure(after: $0, of: definition.name, node) }) else {
            return false
        }
        let count = reading.count(of: definition, in: owner, context.parameters)
        switch definition.join {
        case .none, .all: return true
        case .any: return count.least >= 1
        case .atLeast(let number): return count.least >= number
        case .when(let formula):
            let ended = JoinTrial.Ended(definition: definition, ends: rest, count: count)
            return reading.hasOnly(definition, in: owner)
                && JoinTrial.truth(of: formula.program, when: [ended], parameters: context.parameters)
                    == .holds
        }
    }

    /// Whether an end that does not lead on leaves the situation as it is.
    private func staysSure(after end: ChildBehaviour.End, of group: String, _ node: Int) -> Bool {
        guard let outcome = end.outcome,
            let attempt = attempt(.outcome(group: group, outcome: outcome), at: node)
        else { return true }
        return explorer.edges[attempt.edges].allSatisfy { $0.to == node || isOnWay($0) }
    }
}
