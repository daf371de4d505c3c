import Agreements
import Expressions
import Statechart

extension Explorer {
    /// What may come to a process in these active states.
    func outlook(of configuration: StateSet) -> Outlook {
        if let known = outlooks[configuration] { return known }
        let chart = reading.chart
        let events = chart.events(acceptedIn: configuration).map(\.description)
        var cues = events.flatMap { self.cues(for: $0, in: configuration) }
        let eventless = chart.candidatePlaces(for: nil, in: configuration)
        if !eventless.isEmpty { cues.append(Cue(.condition)) }
        let outlook = Outlook(cues: cues, events: Set(events), eventless: eventless.map { conditions[$0] })
        outlooks[configuration] = outlook
        return outlook
    }

    private func cues(for event: String, in configuration: StateSet) -> [Cue] {
        let asked = reading.chart.candidatePlaces(for: event, in: configuration).map { reading.roles[$0] }
        let others = triggers(for: event, in: configuration).map { Cue($0) }
        guard asked.contains(where: { !$0.isEmpty }), permits(event, in: configuration) else { return others }
        return [Cue(.act(event, by: nil), by: Self.soleRole(of: asked))] + others
    }

    /// Whether the legal status that the active states give allows an act.
    private func permits(_ act: String, in configuration: StateSet) -> Bool {
        guard !context.restrictions.isEmpty else { return true }
        // A child runs in the statuses that its parent's state may have.
        let around = context.statuses
        guard around.isEmpty || around.contains(where: { isPermitted(act, under: $0) }) else { return false }
        return configuration.compactMap { reading.states[$0]?.legal }.allSatisfy {
            isPermitted(act, under: $0)
        }
    }

    /// The roles one of which an act asks for where the process stands.
    func rolesAsked(for act: String, at node: Int) -> [String] {
        let configuration = nodes[node].situation.configuration
        let places = reading.chart.candidatePlaces(for: act, in: configuration)
        return places.flatMap { reading.roles[$0].map(\.role) }.uniqued()
    }

    /// The roles that answers give to whoever acts; nil where none was asked for.
    func roles(among answers: [Tape.Answer]) -> [String]? {
        let held = answers.filter { $0.number < 0 && $0.holds }.compactMap { tape.role(of: $0)?.role }
        return held.isEmpty ? nil : held
    }

    /// The role that stands for all, where each transition of an act asks for the same ones: without any of
    /// them nothing moves, and which one it is makes no difference.
    private static func soleRole(of asked: [[RoleReference]]) -> RoleReference? {
        Set(asked).count == 1 ? asked[0].first : nil
    }

    /// What causes an event but acts.
    private func triggers(for event: String, in configuration: StateSet) -> [Trigger] {
        var found: [Trigger] = []
        if mayBeTold(event) { found.append(.told(event)) }
        let joined = event.hasPrefix("joined.") ? reading.chart.index(of: String(event.dropFirst(7))) : nil
        for index in configuration where timed.contains(index) || owners.contains(index) || index == joined {
            guard let state = reading.states[index] else { continue }
            for timer in state.timers where timer.event == event {
                log.heardTimers.insert([state.id, timer.name])
                guard !isOvertaken(timer, in: index) else {
                    continue
                }
                found.append(.timer(name: timer.name, event: event))
            }
            if index == joined, isJoinable(state, index) { found.append(.join(state: state.id)) }
            found += reading.groups[index].compactMap { outcome(event, of: $0) }
        }
        return found.uniqued()
    }

    /// Whether the engine may give an event of its own accord.
    private func mayBeTold(_ event: String) -> Bool {
        DomainEvents.isGiven(event) && (context.mayHaveCall || !event.hasPrefix("call."))
            && (context.partiesMayChange || event != MachineEvent.partiesChanged.rawValue)
    }

    /// Whether another timer has always left the state on an earlier day.
    private func isOvertaken(_ timer: TimerDefinition, in state: Int) -> Bool {
        let question = "\(state) \(timer.name)"
        if let known = overtaken[question] { return known }
        let answer = reading.overtaking(timer, in: state, context.parameters)?.isSooner ?? false
        overtaken[question] = answer
        return answer
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
            let count = self.count(of: definition, in: index)
            switch definition.join {
            case .none: return true
            case .all: return hasEnds || definition.forEach != nil
            case .any: return hasEnds && count.reaches(1)
            case .atLeast(let number): return hasEnds && count.reaches(number)
            case .when(let formula):
                guard reading.hasOnly(state.children, in: index) else { return true }
                let groups = state.children.compactMap { standing($0, in: index) }
                return groups.count < state.children.count
                    || JoinTrial.mayHold(formula, with: groups, parameters: context.parameters)
            }
        }
    }

    private func standing(_ definition: ChildrenDefinition, in owner: Int) -> JoinTrial.Standing? {
        guard let behaviour = context.children[definition.run], behaviour.isComplete else { return nil }
        let count = self.count(of: definition, in: owner)
        return JoinTrial.Standing(definition: definition, behaviour: behaviour, count: count)
    }

    /// Whether the conditions of a state's joins may hold now.
    func mayJoin(_ state: String, _ store: Store) -> Bool {
        let definition = reading.process.states[state]
        return (definition?.joinFormulas ?? []).allSatisfy {
            formulas.truth(of: formulas.index(of: $0), in: store) != .fails
        }
    }

    /// Whether an eventless transition is certainly enabled.
    func isPassing(_ situation: Situation) -> Bool {
        guard !situation.hasEnded else { return false }
        return outlook(of: situation.configuration).eventless.contains { conditions in
            conditions.allSatisfy { formulas.truth(of: $0, in: situation.store) == .holds }
        }
    }
}

extension Trigger {
    /// Whether it is a part of the same settling as the step before it, and so comes before acts and timers.
    var isImmediate: Bool {
        switch self {
        case .outcome, .join, .condition: true
        case .start, .act, .timer, .told, .voided, .joinedBy: false
        }
    }
}
