import Agreements
import Expressions
import Statechart

extension Explorer {
    /// Something that time brings about while a state is active.
    struct Ring {
        var state: Int
        var trigger: Trigger
    }

    /// A timer of a state.
    struct Timer {
        var ring: Ring
        var name: String
        var origin: DueRule.Origin
        var span: DueSpan
    }

    var timers: [Timer] {
        timed.flatMap { index in
            (reading.states[index]?.timers ?? []).map { timer in
                Timer(
                    ring: Ring(state: index, trigger: .timer(name: timer.name, event: timer.event)),
                    name: timer.name, origin: timer.due.origin, span: DueSpan(timer.due, context.parameters))
            }
        }
    }

    /// Timers that may ring at the same instant where their order makes a difference, in document order, each
    /// pair once.
    func timerTies() -> [Exploration.Sighting<TimerTie>] {
        let timers = self.timers
        let together = timers.count > 1 ? armedTogether() : []
        let chains = timers.count > 2 ? chains(of: timers) : []
        var ties: [Exploration.Sighting<TimerTie>] = []
        for (index, first) in timers.enumerated() {
            for second in timers.dropFirst(index + 1) {
                let isTogether = together.contains([first.ring.state, second.ring.state])
                guard
                    mayMeet(first, second, areTogether: isTogether)
                        || chains.contains(where: {
                            $0.lets(first, meet: second) || $0.lets(second, meet: first)
                        }),
                    let node = race(first.ring, second.ring, among: places(of: first, second))
                        ?? silentRace(first.ring, second.ring, among: places(of: first, second))
                else { continue }
                let tie = TimerTie(
                    states: [first, second].map { reading.chart.id($0.ring.state) },
                    timers: [first.name, second.name])
                ties.append(.init(subject: tie, path: path(to: node)))
            }
        }
        return ties
    }

    /// Where it is asked whether the order of two timers makes a difference: wherever they count from the same, else
    /// once for each configuration.
    private func places(of first: Timer, _ second: Timer) -> [Int] {
        switch (first.origin, second.origin) {
        case (.formula(let one, _), .formula(let other, _)): one == other ? Array(nodes.indices) : firstNodes
        case (.formula, _), (_, .formula): firstNodes
        case (.entry, _), (.date, _): Array(nodes.indices)
        }
    }

    /// Whether two timers may ring at one instant.
    ///
    /// Those that count from one entry or one day are compared by their lengths; what counts from elsewhere may meet on
    /// some day, if their hours agree. Lengths from two entries are left aside. What is due before the entry rings at it,
    /// in the order of the document, which may be another than that of the days.
    func mayMeet(_ first: Timer, _ second: Timer, areTogether: Bool) -> Bool {
        switch (first.origin, second.origin) {
        case (.entry, .entry):
            areTogether
                && (first.span.mayMeet(second.span) || first.span.mayBePast && second.span.mayBePast)
        case (.date, .entry): second.span.mayMeetOnAnyDay(first.span)
        case (.entry, .date): first.span.mayMeetOnAnyDay(second.span)
        case (.date, .date): first.span.mayMeet(second.span)
        case (.formula(let one, _), .formula(let other, _)) where one == other:
            first.span.mayMeet(second.span) || second.span.isSooner(than: first.span)
        case (.formula, _), (_, .formula): first.span.mayMeetOnSomeDay(second.span)
        }
    }

    /// Conditions without an event that read the clock, beside timers that may come before them.
    func clockTies() -> [Exploration.Sighting<ClockTie>] {
        let eventless = reading.chart.transitions.filter(\.events.isEmpty)
        return eventless.flatMap { transition -> [Exploration.Sighting<ClockTie>] in
            let clauses = transition.condition?.clauses.map(\.formula) ?? []
            guard let clock = clauses.first(where: { $0.program.readablePaths.contains("now") }) else {
                return []
            }
            let condition = Ring(state: transition.source, trigger: .condition)
            return timers.compactMap { timer -> Exploration.Sighting<ClockTie>? in
                guard let node = race(timer.ring, condition) else { return nil }
                let tie = ClockTie(
                    state: reading.chart.id(timer.ring.state), timer: timer.name, condition: clock.place)
                return .init(subject: tie, path: path(to: node))
            }
        }
    }

    /// The pairs of states with timers that are entered at one instant: by one step, or by the conditions that
    /// are certainly taken right after it.
    func armedTogether() -> Set<StateSet> {
        var pairs: Set<StateSet> = []
        for edge in edges where !edge.armed.isEmpty {
            var fresh = edge.armed
            if edge.from >= 0, nodes[edge.from].isPassing { fresh.formUnion(armedBefore(edge)) }
            for one in edge.armed { for other in fresh { pairs.insert([one, other]) } }
        }
        return pairs
    }

    /// The states that the steps before an immediate one armed, and that are active after it.
    private func armedBefore(_ edge: Edge) -> StateSet {
        let active = nodes[edge.to].situation.configuration
        var seen: Set<Int> = []
        var waiting = [edge.from]
        var armed = StateSet()
        while let node = waiting.popLast() {
            guard seen.insert(node).inserted else { continue }
            for step in predecessors[node, default: []] {
                armed.formUnion(StateSet(step.armed.filter(active.contains)))
                if step.from >= 0, nodes[step.from].isPassing { waiting.append(step.from) }
            }
        }
        return armed
    }

    /// The first situation from which the two orders lead to different ones.
    func race(_ a: Ring, _ b: Ring, among places: [Int]? = nil) -> Int? {
        (places ?? Array(nodes.indices)).first { node in
            let active = nodes[node].situation.configuration
            guard !nodes[node].isPassing, active.contains(a.state), active.contains(b.state) else {
                return false
            }
            return situations(after: [a, b], at: node) != situations(after: [b, a], at: node)
        }
    }

    private func situations(after rings: [Ring], at node: Int) -> Set<Situation> {
        var reached: Set<Int> = [node]
        for ring in rings {
            reached = Set(
                reached.flatMap { number -> [Int] in
                    guard nodes[number].situation.configuration.contains(ring.state) else { return [number] }
                    let next = successors[number, default: []].filter { $0.trigger == ring.trigger }
                    return next.isEmpty ? [number] : next.flatMap { rests(from: $0.to) }
                })
        }
        return Set(
            reached.map { number in
                var situation = nodes[number].situation
                situation.marks = []
                return situation
            })
    }

    /// Where the conditions that are certainly taken lead from a situation.
    func rests(from node: Int) -> [Int] {
        var seen: Set<Int> = []
        var waiting = [node]
        var rests: [Int] = []
        while let number = waiting.popLast() {
            guard seen.insert(number).inserted else { continue }
            let next = nodes[number].isPassing ? successors[number, default: []].map(\.to) : []
            if next.isEmpty { rests.append(number) } else { waiting += next }
        }
        return rests
    }
}
