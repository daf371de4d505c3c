import Agreements
import Statechart

extension Explorer {
    /// The active states that something may come from: those with such a timer, or such children.
    func origins(of trigger: Trigger, in configuration: StateSet) -> [Int] {
        switch trigger {
        case .timer(let name, let event):
            configuration.filter { state in
                timed.contains(state)
                    && (reading.states[state]?.timers ?? []).contains {
                        $0.name == name && $0.event == event
                    }
            }
        case .outcome(let group, _):
            configuration.filter { state in
                owners.contains(state) && reading.groups[state].contains { $0.name == group }
            }
        case .start, .act, .join, .told, .voided, .joinedBy, .condition: []
        }
    }

    /// Whether something has come already, as often as it can.
    func isSpent(_ trigger: Trigger, in situation: Situation) -> Bool {
        guard !situation.spent.isEmpty else { return false }
        let origins = origins(of: trigger, in: situation.configuration)
        return !origins.isEmpty
            && origins.allSatisfy { onceOnly.isSpent(trigger, in: $0, among: situation.spent) }
    }

    /// Whether a timer cannot ring yet, since another of its state always rings before it.
    func isEarly(_ trigger: Trigger, in situation: Situation) -> Bool {
        guard case .timer = trigger else { return false }
        let origins = origins(of: trigger, in: situation.configuration)
        return !origins.isEmpty
            && origins.allSatisfy { onceOnly.isEarly(trigger, in: $0, among: situation.spent) }
    }

    /// Whether the only child of a state has ended in a way by which its join never holds.
    func isJoinLost(_ id: String, in situation: Situation) -> Bool {
        guard !situation.spent.isEmpty, let owner = reading.chart.index(of: id),
            let state = reading.states[owner]
        else { return false }
        return state.children.contains { definition in
            guard case .when(let formula) = definition.join, reading.hasOnly(definition, in: owner),
                let outcome = onceOnly.end(of: definition.name, in: owner, among: situation.spent),
                let behaviour = context.children[definition.run]
            else { return false }
            let ended = ChildBehaviour(
                outcomes: [], ends: behaviour.ends.filter { $0.outcome == outcome })
            let count = self.count(of: definition, in: owner)
            let standing = JoinTrial.Standing(definition: definition, behaviour: ended, count: count)
            return !JoinTrial.mayHold(formula, with: [standing], parameters: context.parameters)
        }
    }

    /// Whether a child of a state has first to tell the end for which its join waits: each of them is heard.
    func isJoinEarly(_ id: String, in situation: Situation) -> Bool {
        guard let owner = reading.chart.index(of: id), let state = reading.states[owner] else { return false }
        return state.children.contains { definition in
            switch definition.join {
            case .none, .when: return false
            case .all, .any, .atLeast: break
            }
            guard let ends = context.children[definition.run]?.ends, !ends.isEmpty,
                onceOnly.end(of: definition.name, in: owner, among: situation.spent) == nil
            else { return false }
            let first = onceOnly.numberOfFirstWord(of: definition.name, in: owner)
            guard !(first.map(situation.spent.contains) ?? false) else { return false }
            return ends.allSatisfy { end in
                guard let outcome = end.outcome else { return false }
                let told = Trigger.outcome(group: definition.name, outcome: outcome)
                return (first ?? onceOnly.number(of: told, in: owner)) != nil
                    && isHeard(told.event, in: situation)
            }
        }
    }

    /// Whether a transition takes an event whatever is open.
    private func isHeard(_ event: String, in situation: Situation) -> Bool {
        reading.chart.candidatePlaces(for: event, in: situation.configuration).contains {
            conditions[$0].isEmpty && reading.roles[$0].isEmpty
        }
    }

    /// What has come once after a step: what belongs to a state that was left is forgotten.
    func spent(after trigger: Trigger, _ response: Response, _ before: Situation) -> StateSet {
        func stays(_ state: Int) -> Bool {
            response.configuration.contains(state) && !response.left.contains(state)
        }
        var spent = StateSet(before.spent.filter { stays(onceOnly.items[$0].state) })
        let origins = origins(of: trigger, in: before.configuration)
        if origins.count == 1, stays(origins[0]) {
            if let number = onceOnly.number(of: trigger, in: origins[0]) { spent.insert(number) }
            if case .outcome(let group, _) = trigger,
                let number = onceOnly.numberOfFirstWord(of: group, in: origins[0])
            {
                spent.insert(number)
            }
        }
        return spent
    }
}
