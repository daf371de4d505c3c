import Agreements
import Expressions
import Statechart

/// From which situations a way to a goal is certain: whatever is open comes out as it may, only what can be
/// brought about is counted.
///
/// An act is, where what it carries and who does it meets its conditions; a timer that rings for certain and
/// has not yet; children that certainly end, however they do. Where a condition stays open, every answer to
/// it has to lead on.
struct SureWays {
    let explorer: Explorer
    /// By situation.
    private(set) var isSure: [Bool]
    private let attempts: [Int: [Attempt]]
    private let lasting: LastingCauses
    /// The status of the agreement all along; nil in the life, which gives it.
    private let status: LegalStatus?

    /// The ways to these situations, in a child process while the agreement has one legal status; those on which
    /// nobody has to wait, or all.
    init(_ explorer: Explorer, to goals: [Int], under status: LegalStatus? = nil, isWaiting: Bool = true) {
        self.explorer = explorer
        self.status = status
        attempts = explorer.attemptsByNode
        lasting = explorer.lastingCauses
        isSure = [Bool](repeating: false, count: explorer.nodes.count)
        var fresh = goals
        while !fresh.isEmpty {
            spread(to: fresh)
            fresh = isWaiting ? waits.flatMap(outlasting) : []
        }
    }

    private mutating func spread(to goals: [Int]) {
        for goal in goals { isSure[goal] = true }
        var waiting = goals
        var sources = Set<Int>()
        while !waiting.isEmpty {
            sources.removeAll(keepingCapacity: true)
            for node in waiting {
                for edge in explorer.predecessors[node, default: []]
                where edge.from >= 0 && !isSure[edge.from] {
                    sources.insert(edge.from)
                }
            }
            waiting = sources.filter(leadsOn)
            for node in waiting { isSure[node] = true }
        }
    }

    /// Whether every situation is sure.
    var areAll: Bool { isSure.allSatisfy { $0 } }

    private func leadsOn(_ node: Int) -> Bool {
        let own = attempts[node, default: []]
        if explorer.nodes[node].isPassing {
            return own.contains { $0.trigger == .condition && isForced($0) }
        }
        // What may hold already is taken before anybody does anything.
        let isLeft = own.allSatisfy { attempt in
            attempt.trigger != .condition || explorer.edges[attempt.edges].allSatisfy(isOnWay)
        }
        guard isLeft else { return false }
        return own.contains { isAtWill($0) && isForced($0) }
            || explorer.nodes[node].situation.configuration.contains { owner in
                explorer.owners.contains(owner) && childrenLeadOn(owner, node, by: \.statusesOfEndAtWill)
            }
    }

    /// Whether a step leads on, and is taken if it comes.
    private func isOnWay(_ edge: Explorer.Edge) -> Bool { isSure[edge.to] && !explorer.mayBeRefused(edge) }

    private func status(at node: Int) -> LegalStatus { status ?? explorer.nodes[node].situation.legal }

    private func attempt(_ trigger: Trigger, at node: Int) -> Attempt? {
        attempts[node, default: []].first { $0.trigger == trigger }
    }

    /// Whether an event leads on whatever is open; an act, whatever is open beside what it carries.
    private func isForced(_ attempt: Attempt) -> Bool {
        let edges = explorer.edges[attempt.edges]
        if attempt.silent.isEmpty, edges.allSatisfy(isOnWay) { return true }
        guard case .act(let act, _) = attempt.trigger else { return false }
        let (choice, store) = (explorer.actChoice, explorer.nodes[attempt.node].situation.store)
        let asked = explorer.rolesAsked(for: act, at: attempt.node)
        return edges.contains { edge in
            guard isOnWay(edge) else { return false }
            let own = choice.own(among: edge.answers, in: store)
            func isExcluded(_ answers: [Tape.Answer]) -> Bool {
                answers.contains { answer in
                    own.contains { $0.number == answer.number && $0.holds != answer.holds }
                }
            }
            return edges.allSatisfy { isOnWay($0) || isExcluded($0.answers) }
                && attempt.silent.allSatisfy(isExcluded)
                && choice.isPossible(own, of: act, by: explorer.roles(among: own) ?? asked, in: store)
        }
    }

    /// Whether somebody can bring an event about without waiting.
    private func isAtWill(_ attempt: Attempt) -> Bool {
        switch attempt.trigger {
        case .condition: true
        case .act(let act, _): explorer.isPermitted(act, under: status(at: attempt.node))
        case .told(let event): DomainEvents.isByPeople(event)
        case .timer, .start, .outcome, .join, .voided, .joinedBy: false
        }
    }

    // MARK: Waiting

    /// What comes if one only waits while a state is active.
    private struct Wait {
        var state: Int
        /// Its timer; nil for its children.
        var timer: Trigger?
    }

    private var waits: [Wait] {
        let timers = explorer.timed.flatMap { state in
            (explorer.reading.states[state]?.timers ?? []).map {
                Wait(state: state, timer: .timer(name: $0.name, event: $0.event))
            }
        }
        return timers + explorer.owners.map { Wait(state: $0) }
    }

    /// The situations in which a wait certainly leads on: whatever else time brings before it leads on too, or
    /// leaves the state active all along in one of these situations.
    private func outlasting(_ wait: Wait) -> [Int] {
        var members = Set(
            explorer.nodes.indices.filter { node in
                let (situation, isPassing) = (explorer.nodes[node].situation, explorer.nodes[node].isPassing)
                return !isSure[node] && situation.configuration.contains(wait.state)
                    && (isPassing || leadsOn(wait, at: node))
            })
        var lost: Set<Int>
        repeat {
            lost = members.filter { !holdsOut(wait, at: $0, among: members) }
            members.subtract(lost)
        } while !lost.isEmpty
        return members.filter { !explorer.nodes[$0].isPassing }
    }

    private func leadsOn(_ wait: Wait, at node: Int) -> Bool {
        guard let timer = wait.timer else {
            return childrenLeadOn(wait.state, node, by: \.statusesOfSureEnd)
        }
        return lasting.rings(timer, of: wait.state, in: explorer.nodes[node].situation, explorer)
            && (attempt(timer, at: node).map(isForced) ?? false)
    }

    private func holdsOut(_ wait: Wait, at node: Int, among members: Set<Int>) -> Bool {
        attempts[node, default: []].allSatisfy { attempt in
            isLeftToPeople(attempt.trigger) || isLater(attempt.trigger, than: wait, at: node)
                || explorer.edges[attempt.edges].allSatisfy { edge in
                    isSure[edge.to]
                        || members.contains(edge.to) && !edge.response.left.contains(wait.state)
                }
        }
    }

    private func isLeftToPeople(_ trigger: Trigger) -> Bool {
        switch trigger {
        case .act: true
        case .told(let event): DomainEvents.isByPeople(event)
        case .condition, .timer, .start, .outcome, .join, .voided, .joinedBy: false
        }
    }

    /// Whether a timer certainly rings after that for which one waits.
    private func isLater(_ trigger: Trigger, than wait: Wait, at node: Int) -> Bool {
        guard case .timer(let name, _) = trigger, case .timer(let awaited, _)? = wait.timer else {
            return false
        }
        let origins = explorer.origins(of: trigger, in: explorer.nodes[node].situation.configuration)
        return origins.allSatisfy { state in
            explorer.forerunners[state]?[name]?.contains { $0.state == wait.state && $0.timer == awaited }
                ?? false
        }
    }

    // MARK: Children

    /// Whether what the children of a state come to leads on, however they end.
    private func childrenLeadOn(
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
