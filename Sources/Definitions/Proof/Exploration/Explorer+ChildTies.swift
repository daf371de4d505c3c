import Agreements
import Statechart

extension Explorer {
    /// What a process tells when its timers ring, or those of its children.
    var rings: Set<ChildBehaviour.Ring> {
        let beginnings = edges.prefix { $0.from < 0 }.map(\.response)
        let first = StateSet(
            beginnings.flatMap { response in response.entered.filter(response.configuration.contains) })
        var rings: Set<ChildBehaviour.Ring> = []
        for edge in edges where edge.from >= 0 && !nodes[edge.from].isPassing {
            let causes = causes(of: edge, first)
            guard !causes.isEmpty else { continue }
            let told = rests(from: edge.to).reduce(into: Set<String>()) { $0.formUnion(outcomes(at: $1)) }
                .subtracting(outcomes(at: edge.from))
            for outcome in told {
                for cause in causes {
                    var ring = cause
                    ring.outcome = outcome
                    rings.insert(ring)
                }
            }
        }
        return rings
    }

    /// The timers that bring about a step.
    private func causes(of edge: Edge, _ first: StateSet) -> [ChildBehaviour.Ring] {
        let active = nodes[edge.from].situation.configuration
        switch edge.trigger {
        case .timer(let name, let event):
            return active.flatMap { state -> [ChildBehaviour.Ring] in
                let timers = (reading.states[state]?.timers ?? []).filter {
                    $0.name == name && $0.event == event
                }
                return timers.map { timer in
                    ChildBehaviour.Ring(
                        outcome: "", process: reading.process.name, state: reading.chart.id(state),
                        timer: timer.name, origin: timer.due.origin,
                        span: DueSpan(timer.due, context.parameters),
                        isFirst: first.contains(state))
                }
            }
        case .outcome(let name, let outcome):
            return active.flatMap { owner in
                reading.groups[owner].filter { $0.name == name }.flatMap { group in
                    let isFirst = first.contains(owner) && isStarted(group, by: owner)
                    return (context.children[group.run]?.rings ?? []).filter { $0.outcome == outcome }.map {
                        var ring = $0
                        ring.isFirst = ring.isFirst && isFirst
                        return ring
                    }
                }
            }
        case .start, .act, .join, .condition, .told, .voided, .joinedBy: return []
        }
    }

    private func outcomes(at node: Int) -> Set<String> {
        Set(nodes[node].situation.configuration.compactMap { reading.states[$0]?.outcome })
    }

    /// Timers that may ring at the instant of one of a child process, where it makes a difference which comes first.
    func childTies() -> [Exploration.Sighting<ChildTie>] {
        let timers = self.timers
        guard !timers.isEmpty else { return [] }
        return owners.flatMap { owner in
            reading.groups[owner].flatMap { group in
                (context.children[group.run]?.rings ?? []).sorted(by: ChildBehaviour.Ring.isBefore).flatMap {
                    ring in
                    let told = Ring(state: owner, trigger: .outcome(group: group.name, outcome: ring.outcome))
                    return timers.compactMap { timer -> Exploration.Sighting<ChildTie>? in
                        let isTogether =
                            ring.isFirst && timer.ring.state == owner && isStarted(group, by: owner)
                        guard mayMeet(timer, ring, areTogether: isTogether), let node = race(timer.ring, told)
                        else {
                            return nil
                        }
                        let tie = ChildTie(
                            state: reading.chart.id(timer.ring.state), timer: timer.name, ring: ring)
                        return .init(subject: tie, path: path(to: node))
                    }
                }
            }
        }
    }

    /// Whether children begin with a state, not when an action spawns them.
    private func isStarted(_ group: ProcessReading.Group, by owner: Int) -> Bool {
        let names = reading.states[owner]?.children.map(\.name) ?? []
        return names.contains(group.name) && !reading.spawns(group.name, in: owner)
    }

    /// Whether both count by their lengths from one entry, or from one day that is the same in every process.
    private func mayMeet(_ timer: Timer, _ ring: ChildBehaviour.Ring, areTogether: Bool) -> Bool {
        guard timer.origin == ring.origin, timer.span.mayMeet(ring.span) else { return false }
        switch timer.origin {
        case .entry: return areTogether
        case .date: return true
        case .formula(_, let reads):
            return reads.allSatisfy { path in
                ["agreement.", "vars.", "call."].contains { path.hasPrefix($0) }
            }
        }
    }
}

extension ChildBehaviour.Ring {
    fileprivate static func isBefore(_ one: Self, _ other: Self) -> Bool {
        (one.process, one.state, one.timer, one.outcome) < (
            other.process, other.state, other.timer, other.outcome
        )
    }
}
