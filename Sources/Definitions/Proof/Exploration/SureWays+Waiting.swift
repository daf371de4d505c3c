import Agreements
import Statechart

extension SureWays {
    /// What comes if one only waits while a state is active.
    struct Wait {
        var state: Int
        /// Its timer; nil for its children.
        var timer: Trigger?
    }

    var waits: [Wait] {
        let timers = explorer.timed.flatMap { state in
            (explorer.reading.states[state]?.timers ?? []).map {
                Wait(state: state, timer: .timer(name: $0.name, event: $0.event))
            }
        }
        return timers + explorer.owners.map { Wait(state: $0) }
    }

    /// The situations in which a wait certainly leads on: whatever else time brings before it leads on too, or
    /// leaves the state active all along in one of these situations.
    func outlasting(_ wait: Wait) -> [Int] {
        let places = explorer.placesOfWaits[wait.state, default: []].filter { !isSure[$0] }
        let ready = places.filter { !explorer.nodes[$0].isPassing && leadsOn(wait, at: $0) }
        guard !ready.isEmpty else { return [] }
        var members = Set(ready + places.filter { explorer.nodes[$0].isPassing })
        var lost = members.filter { !holdsOut(wait, at: $0, among: members) }
        while let node = lost.popFirst() {
            members.remove(node)
            for edge in explorer.predecessors[node, default: []]
            where members.contains(edge.from) && !holdsOut(wait, at: edge.from, among: members) {
                lost.insert(edge.from)
            }
        }
        return ready.filter(members.contains)
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
}
