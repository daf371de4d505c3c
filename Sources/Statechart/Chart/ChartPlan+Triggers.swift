extension ChartPlan {
    /// The transitions that an event triggers, given by its row: from each active atomic state outwards, each once.
    func candidates(in row: Int, _ configuration: StateSet) -> [Int] {
        guard !triggers.rows[row].sources.isDisjoint(with: configuration) else { return [] }
        var found: [Int] = []
        for atomic in configuration where shape.leaves.contains(atomic) {
            var state = atomic
            while state != ChartShape.none {
                for transition in transitions(of: state, in: row) where !found.contains(transition) {
                    found.append(transition)
                }
                state = shape.parents[state]
            }
        }
        return found
    }

    /// The transitions of a state that an event triggers, in document order.
    func transitions(of state: Int, in row: Int) -> [Int] {
        triggered(from: state, row).map { triggers.rows[row].transitions[$0] }
    }

    /// The places in a row of the triggers of the transitions of a state.
    ///
    /// O(log of the transitions that the event triggers anywhere).
    func triggered(from state: Int, _ row: Int) -> Range<Int> {
        guard triggers.rows[row].sources.contains(state) else { return 0..<0 }
        let end = triggers.rows[row].transitions.count
        var low = 0
        var high = end
        while low < high {
            let middle = (low + high) / 2
            if source(middle, row) < state { low = middle + 1 } else { high = middle }
        }
        while high < end, source(high, row) == state { high += 1 }
        return low..<high
    }

    private func source(_ place: Int, _ row: Int) -> Int {
        moves[triggers.rows[row].transitions[place]].source
    }
}
