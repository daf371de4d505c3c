/// Which transitions an event enables. Source: SCXML 1.0, appendix D (`selectTransitions`).
extension Position {
    /// Begins to select for an event, given by its row.
    mutating func beginSelection(_ row: Int) {
        enabled.removeAll(keepingCapacity: true)
        domains.removeAll(keepingCapacity: true)
        cursor.row = row
        if plan.triggers.rows[row].sources.isDisjoint(with: configuration) {
            cursor.state = ChartShape.none
        } else {
            serveAtomic(from: ChartShape.root)
        }
    }

    /// The next transition whose condition has to be asked; `nil` when all are selected, without conflicts.
    mutating func nextQuestion() -> Int? {
        while let transition = nextCandidate() {
            if plan.moves[transition].hasCondition { return transition }
            accept(transition)
        }
        if enabled.count > 1 { dropConflicts() }
        return nil
    }

    /// Enables a transition, and passes the turn to the next atomic state.
    mutating func accept(_ transition: Int) {
        enable(transition)
        serveAtomic(from: cursor.atomic + 1)
    }

    /// The next transition of the atomic state in turn, else of its ancestors outwards, that the event triggers.
    private mutating func nextCandidate() -> Int? {
        while cursor.state != ChartShape.none {
            if let place = cursor.places.popFirst() {
                return plan.triggers.rows[cursor.row].transitions[place]
            }
            let parent = plan.shape.parents[cursor.state]
            if parent == ChartShape.root {
                serveAtomic(from: cursor.atomic + 1)
            } else {
                reach(parent)
            }
        }
        return nil
    }

    private mutating func serveAtomic(from start: Int) {
        guard let atomic = firstAtomic(from: start) else {
            cursor.state = ChartShape.none
            return
        }
        cursor.atomic = atomic
        reach(atomic)
    }

    private mutating func reach(_ state: Int) {
        cursor.state = state
        cursor.places = plan.triggered(from: state, cursor.row)
    }

    private func firstAtomic(from start: Int) -> Int? {
        var next = start
        while let active = configuration.first(in: next..<plan.shape.kinds.count) {
            if plan.shape.kinds[active].isAtomic { return active }
            next = active + 1
        }
        return nil
    }
}
