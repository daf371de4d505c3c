import Agreements
import Statechart

extension Explorer {
    /// A timer of a state.
    private struct Timer {
        var state: Int
        var definition: TimerDefinition
        var trigger: Trigger { .timer(name: definition.name, event: definition.event) }
    }

    /// Timers that ring at the same instant where their order makes a difference, in document order, each
    /// pair once.
    func timerTies() -> [Exploration.Sighting<TimerTie>] {
        let timers = reading.states.enumerated().flatMap { index, state in
            (state?.timers ?? []).map { Timer(state: index, definition: $0) }
        }
        var ties: [Exploration.Sighting<TimerTie>] = []
        for (index, first) in timers.enumerated() {
            for second in timers.dropFirst(index + 1) where isSameInstant(first, second) {
                guard let node = nodes.indices.first(where: { isRace(first, second, at: $0) }) else {
                    continue
                }
                let tie = TimerTie(
                    states: [first.state, second.state].map(reading.chart.id),
                    timers: [first.definition.name, second.definition.name])
                ties.append(.init(subject: tie, path: path(to: node)))
            }
        }
        return ties
    }

    /// Whether two timers are due at the same instant by their rules: counted from the same entry, or from
    /// the same day or instant.
    private func isSameInstant(_ a: Timer, _ b: Timer) -> Bool {
        let (first, second) = (a.definition.due, b.definition.due)
        guard first.kind == second.kind, first.offset == second.offset else { return false }
        switch (first.base, second.base) {
        case (.entry, .entry): return a.state == b.state
        case (.formula(let one), .formula(let other)): return one.source == other.source
        case (.yearly(let month, let day), .yearly(let otherMonth, let otherDay)):
            return month == otherMonth && day == otherDay
        default: return false
        }
    }

    /// Whether the two orders lead to different configurations from here.
    private func isRace(_ a: Timer, _ b: Timer, at node: Int) -> Bool {
        let active = nodes[node].situation.configuration
        guard active.contains(a.state), active.contains(b.state) else { return false }
        return configurations(after: [a, b], at: node) != configurations(after: [b, a], at: node)
    }

    private func configurations(after timers: [Timer], at node: Int) -> Set<StateSet> {
        var reached: Set<Int> = [node]
        for timer in timers {
            reached = Set(
                reached.flatMap { number -> [Int] in
                    let active = nodes[number].situation.configuration
                    let next = successors[number, default: []].filter { $0.trigger == timer.trigger }.map(
                        \.to)
                    return active.contains(timer.state) && !next.isEmpty ? next : [number]
                })
        }
        return Set(reached.map { nodes[$0].situation.configuration })
    }
}
