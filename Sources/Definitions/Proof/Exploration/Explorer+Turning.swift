import Agreements
import Statechart

extension Explorer {
    /// Where conditions begin to turn without end although each step comes to rest: situations that are only
    /// passed through, and from which conditions lead to such situations only.
    ///
    /// What is open may lead out of a turning; so these certainly turn.
    func turningSteps() -> Set<Int> {
        var next: [Int: Set<Int>] = [:]
        for edge in edges where edge.trigger == .condition && edge.from >= 0 && nodes[edge.from].isPassing {
            next[edge.from, default: []].insert(edge.to)
        }
        var turning = Set(next.keys)
        while let out = turning.first(where: { !(next[$0] ?? []).isSubset(of: turning) }) {
            turning.remove(out)
        }
        return turning
    }

    /// Where children and timers begin to lead round, all in one instant, although each step comes to rest;
    /// the first situation of each round.
    ///
    /// Each of its steps may come at once, is taken whatever is open, and begins anew what it waited for; and
    /// nothing else that comes at once leads out.
    func promptTurns() -> [(node: Int, turn: PromptTurn)] {
        let prompt = promptCircles()
        var rounds = Rounds(edges: prompt)
        var settled: [[Edge]] = []
        while let round = rounds.next() {
            let renewed = renewedSteps(in: round)
            if renewed.count == round.count { settled.append(round) } else { rounds.add(renewed) }
        }
        return settled.filter { $0.contains { $0.trigger != .condition } }.compactMap { round in
            guard let first = round.map(\.from).min() else { return nil }
            let states = reading.chart.atomicStates(of: nodes[first].situation.configuration)
            return (
                first,
                PromptTurn(
                    states: reading.chart.ids(states).sorted(),
                    steps: round.map(\.trigger.words).uniqued().sorted { $0.en < $1.en })
            )
        }
    }

    /// The certain steps that come at once and lead only to situations that such a step leads out of, where
    /// nothing else that comes at once leads elsewhere.
    private func promptCircles() -> [Edge] {
        let all = edges.filter { edge in
            edge.from >= 0 && (!nodes[edge.from].isPassing || edge.trigger == .condition)
                && (nodes[edge.from].isPassing || edge.trigger != .condition) && isPrompt(edge)
        }
        let leaving = Dictionary(grouping: all, by: \.from)
        var turning = Set(leaving.keys)
        func stays(_ node: Int) -> Bool {
            let steps = leaving[node] ?? []
            return steps.contains { $0.isCertain && turning.contains($0.to) }
                && steps.allSatisfy { turning.contains($0.to) || !isAlwaysPrompt($0) }
        }
        var waiting = Array(turning)
        while !waiting.isEmpty {
            let out = waiting.filter { turning.contains($0) && !stays($0) }
            turning.subtract(out)
            waiting = out.flatMap { predecessors[$0, default: []].map(\.from) }.filter(turning.contains)
        }
        return all.filter { $0.isCertain && turning.contains($0.from) && turning.contains($0.to) }
    }

    /// The steps of a round whose cause begins anew in it.
    private func renewedSteps(in round: [Edge]) -> [Edge] {
        var entered = StateSet()
        var actions: [ActionDefinition] = []
        for edge in round {
            entered.formUnion(edge.response.entered)
            actions += edge.response.taken.flatMap { reading.transitions[$0]?.actions ?? [] }
            actions += edge.response.entered.flatMap { reading.states[$0]?.actions ?? [] }
        }
        return round.filter {
            isRenewed($0, entering: entered, doing: actions) && isPrompt($0, doing: actions)
        }
    }
}
