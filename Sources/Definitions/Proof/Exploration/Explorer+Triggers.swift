import Agreements
import Expressions
import Statechart

extension Explorer {
    /// What may come to a process in these active states.
    func triggers(in configuration: StateSet) -> [Trigger] {
        if let known = triggersByConfiguration[configuration] { return known }
        var found: [Trigger] = []
        for event in reading.chart.events(acceptedIn: configuration).map(\.description) {
            found += triggers(for: event, in: configuration)
        }
        if !reading.chart.candidates(for: nil, in: configuration).isEmpty { found.append(.condition) }
        triggersByConfiguration[configuration] = found
        return found
    }

    /// The names of the events that are awaited in these active states.
    func events(in configuration: StateSet) -> Set<String> {
        if let known = eventsByConfiguration[configuration] { return known }
        let found = Set(reading.chart.events(acceptedIn: configuration).map(\.description))
        eventsByConfiguration[configuration] = found
        return found
    }

    private func triggers(for event: String, in configuration: StateSet) -> [Trigger] {
        var found: [Trigger] = []
        let candidates = reading.chart.candidates(for: event, in: configuration)
        if candidates.contains(where: { !($0.condition?.by.isEmpty ?? true) }) {
            found.append(.act(event, by: nil))
        }
        if DomainEvents.isGiven(event) { found.append(.told(event)) }
        for index in configuration {
            guard let state = reading.states[index] else { continue }
            for timer in state.timers where timer.event == event {
                log.heardTimers.insert([state.id, timer.name])
                found.append(.timer(name: timer.name, event: event))
            }
            if event == "joined.\(state.id)", isJoinable(state, index) {
                found.append(.join(state: state.id))
            }
            found += reading.groups[index].compactMap { outcome(event, of: $0) }
        }
        return found.uniqued()
    }

    private func outcome(_ event: String, of group: ProcessReading.Group) -> Trigger? {
        guard event.hasPrefix(group.name + ".") else { return nil }
        let outcome = String(event.dropFirst(group.name.count + 1))
        guard context.children[group.run]?.outcomes.contains(outcome) ?? true else { return nil }
        return .outcome(group: group.name, outcome: outcome)
    }

    /// Whether the children of a state can all be there as its joins ask.
    func isJoinable(_ state: StateDefinition, _ index: Int) -> Bool {
        state.children.allSatisfy { definition in
            let hasEnds =
                !(context.children[definition.run].map { $0.isComplete && $0.ends.isEmpty } ?? false)
            let isMany = definition.forEach != nil || spawns(definition, in: index)
            switch definition.join {
            case .none: return true
            case .all: return hasEnds || definition.forEach != nil
            case .any: return hasEnds
            case .atLeast(let count): return hasEnds && (isMany || count <= 1)
            case .when: return true
            }
        }
    }

    private func spawns(_ definition: ChildrenDefinition, in owner: Int) -> Bool {
        let actions =
            reading.states.flatMap { $0?.actions ?? [] }
            + reading.transitions.flatMap { $0?.actions ?? [] }
        return actions.contains { action in
            guard case .spawn(let name, _, _, _, let of) = action else { return false }
            return name == definition.name && reading.chart.index(of: of) == owner
        }
    }

    /// Whether the conditions of a state's joins may hold now.
    func mayJoin(_ state: String, _ values: [AbstractValue]) -> Bool {
        let definition = reading.process.states[state]
        return (definition?.joinFormulas ?? []).allSatisfy {
            formulas.truth(of: formulas.index(of: $0), under: values) != .fails
        }
    }

    /// Whether an eventless transition is certainly enabled.
    func isPassing(_ situation: Situation) -> Bool {
        guard !situation.hasEnded, triggers(in: situation.configuration).contains(.condition) else {
            return false
        }
        return reading.chart.candidates(for: nil, in: situation.configuration).contains { transition in
            (transition.condition?.clauses ?? []).allSatisfy {
                formulas.truth(of: formulas.index(of: $0.formula), under: situation.values) == .holds
            }
        }
    }
}

extension Trigger {
    /// Whether it is a part of the same settling as the step before it, and so comes before acts and timers.
    var isImmediate: Bool {
        switch self {
        case .outcome, .join, .condition: true
        case .start, .act, .timer, .told: false
        }
    }
}
