import Agreements
import Expressions
import Statechart

extension Explorer {
    /// What it depends on whether a join may hold at once.
    struct JoinQuestion: Hashable {
        var state: String
        var store: Store
    }

    /// Whether a step may come in the very instant in which the situation before it was reached, while these
    /// actions are done in that instant.
    func isPrompt(_ edge: Edge, doing actions: [ActionDefinition] = []) -> Bool {
        guard isEverPrompt(edge.trigger) else { return false }
        switch edge.trigger {
        case .start, .condition: return true
        case .act, .told, .voided, .joinedBy: return false
        case .outcome(let name, let outcome):
            return owners(of: name, in: edge).contains { owner in
                reading.groups[owner].contains {
                    $0.name == name && context.children[$0.run]?.promptOutcomes.contains(outcome) ?? false
                }
            }
        case .join(let state):
            let store = nodes[edge.from].situation.store
            guard actions.isEmpty else { return isPromptJoin(state, in: store, actions) }
            let question = JoinQuestion(state: state, store: store)
            if let known = promptJoins[question] { return known }
            let answer = isPromptJoin(state, in: store, actions)
            promptJoins[question] = answer
            return answer
        case .timer(let name, let event):
            return timers(name, event, in: edge).contains { timer in
                timer.due.isPrompt { $0.isSteady(during: actions, sharing: context.sharedVariables) }
            }
        }
    }

    /// Whether a step of this kind may come at once in any situation.
    private func isEverPrompt(_ trigger: Trigger) -> Bool {
        if let known = promptTriggers[trigger] { return known }
        let answer =
            switch trigger {
            case .start, .condition, .join: true
            case .act, .told, .voided, .joinedBy: false
            case .outcome(let name, let outcome):
                (groupsByName[name] ?? []).contains {
                    context.children[$0.run]?.promptOutcomes.contains(outcome) ?? false
                }
            case .timer(let name, let event):
                reading.states.flatMap { $0?.timers ?? [] }.contains { timer in
                    timer.name == name && timer.event == event && timer.due.isPrompt { _ in true }
                }
            }
        promptTriggers[trigger] = answer
        return answer
    }

    /// Whether it does so certainly, not only when a day has passed or a list is empty.
    func isAlwaysPrompt(_ edge: Edge) -> Bool {
        switch edge.trigger {
        case .timer(let name, let event):
            timers(name, event, in: edge).contains { $0.due.isPrompt { _ in false } }
        case .start, .condition, .act, .told, .voided, .joinedBy, .outcome, .join: isPrompt(edge)
        }
    }

    /// Whether what a step waits for begins anew by steps that enter these states and do these actions.
    func isRenewed(_ edge: Edge, entering states: StateSet, doing actions: [ActionDefinition]) -> Bool {
        switch edge.trigger {
        case .start, .condition: true
        case .act, .told, .voided, .joinedBy: false
        case .join(let id): reading.chart.index(of: id).map(states.contains) ?? false
        case .timer(let name, let event):
            edge.configuration(in: nodes).contains { state in
                states.contains(state)
                    && (reading.states[state]?.timers ?? []).contains { $0.name == name && $0.event == event }
            }
        case .outcome(let name, _):
            owners(of: name, in: edge).contains { owner in
                let isStarted = reading.states[owner]?.children.contains { $0.name == name } ?? false
                return isStarted && states.contains(owner)
                    || actions.contains { action in
                        guard case .spawn(name, _, _, _, let of) = action else { return false }
                        return reading.chart.index(of: of) == owner
                    }
            }
        }
    }

    private func owners(of group: String, in edge: Edge) -> [Int] {
        edge.configuration(in: nodes).filter { state in
            owners.contains(state) && reading.groups[state].contains { $0.name == group }
        }
    }

    private func timers(_ name: String, _ event: String, in edge: Edge) -> [TimerDefinition] {
        edge.configuration(in: nodes).flatMap { state in
            (reading.states[state]?.timers ?? []).filter { $0.name == name && $0.event == event }
        }
    }

    private func isPromptJoin(
        _ id: String, in store: Store, _ actions: [ActionDefinition]
    ) -> Bool {
        guard let state = reading.process.states[id], let owner = reading.chart.index(of: id) else {
            return false
        }
        return state.children.allSatisfy { isPromptJoin($0, of: owner, in: store, actions) }
    }

    private func isPromptJoin(
        _ definition: ChildrenDefinition, of owner: Int, in store: Store,
        _ actions: [ActionDefinition]
    ) -> Bool {
        let child = context.children[definition.run]
        let ends = (child?.promptEnds ?? []).filter { end in
            !(end.outcome.map { reading.leaves(owner, on: "\(definition.name).\($0)") } ?? false)
        }
        var count = self.count(of: definition, in: owner)
        let mayBeNone =
            count.least == 0
            && definition.forEach.map { mayBeEmpty($0, in: store, actions) } ?? false
        count.least = mayBeNone ? 0 : max(1, count.least)
        switch definition.join {
        case .none: return true
        case .all: return mayBeNone || !ends.isEmpty
        case .any: return !ends.isEmpty && count.reaches(1)
        case .atLeast(let number): return number < 1 || !ends.isEmpty && count.reaches(number)
        case .when(let formula):
            guard JoinTrial.reads(formula.program), reading.hasOnly(definition, in: owner) else {
                return false
            }
            let prompt = ChildBehaviour(outcomes: child?.promptOutcomes ?? [], ends: ends)
            let standing = JoinTrial.Standing(definition: definition, behaviour: prompt, count: count)
            return JoinTrial.mayHold(formula, with: [standing], parameters: context.parameters)
        }
    }

    /// Whether a list may be empty, again and again in one instant.
    private func mayBeEmpty(_ list: Formula, in store: Store, _ actions: [ActionDefinition]) -> Bool {
        if case .list(let elements)? = formulas.value(of: formulas.index(of: list), under: store.values) {
            return elements.isEmpty
        }
        return list.isSteady(during: actions, sharing: context.sharedVariables)
    }
}

extension Explorer.Edge {
    /// The states that were active before it; none for the start.
    func configuration(in nodes: [Explorer.Node]) -> StateSet {
        from >= 0 ? nodes[from].situation.configuration : StateSet()
    }
}
