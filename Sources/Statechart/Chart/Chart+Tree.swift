extension Chart {
    /// The ancestors of a state, innermost first, up to and without `limit` (`nil`: with the chart itself).
    package func ancestors(of index: Int, below limit: Int? = nil) -> [Int] {
        var found: [Int] = []
        var next = plan.shape.parents[index]
        while next != ChartShape.none, next != limit {
            found.append(next)
            next = plan.shape.parents[next]
        }
        return found
    }

    /// Whether `index` lies inside `ancestor`; no state lies inside itself.
    ///
    /// O(1).
    package func isDescendant(_ index: Int, of ancestor: Int) -> Bool {
        plan.shape.isDescendant(index, of: ancestor)
    }

    /// The active atomic and final states, in document order: they name a configuration completely.
    package func atomicStates(of configuration: StateSet) -> [Int] {
        configuration.filter(plan.shape.leaves.contains)
    }

    /// These states with all their ancestors below the chart: the configuration that atomic states name.
    package func closure(_ indices: some Sequence<Int>) -> StateSet {
        var closed = StateSet()
        for index in indices {
            closed.insert(index)
            for ancestor in ancestors(of: index, below: Self.root) { closed.insert(ancestor) }
        }
        return closed
    }

    /// Whether these states can be active together: exactly one child of the chart and of each active
    /// compound state, every child of each active parallel state, and the parent of each active state.
    package func isLegal(_ configuration: StateSet) -> Bool {
        configuration.allSatisfy { index in
            guard index > Self.root, index < states.count, let parent = states[index].parent else {
                return false
            }
            return !states[index].isHistory && (parent == Self.root || configuration.contains(parent))
        } && isLegal(configuration, inside: Self.root)
    }

    /// The same for the part of a configuration that lies inside one of its states.
    func isLegal(_ configuration: StateSet, inside scope: Int) -> Bool {
        hasLegalChildren(scope, configuration)
            && configuration.allSatisfy {
                !isDescendant($0, of: scope) || hasLegalChildren($0, configuration)
            }
    }

    private func hasLegalChildren(_ index: Int, _ configuration: StateSet) -> Bool {
        let active = states[index].children.count { configuration.contains($0) }
        switch states[index].kind {
        case .compound: return active == 1
        case .parallel: return active == states[index].children.count
        case .atomic, .final, .shallowHistory, .deepHistory: return active == 0
        }
    }

    /// Whether a state has come to its end: a final child is active, or, if parallel, each region has.
    package func isDone(_ index: Int, in configuration: StateSet) -> Bool {
        plan.shape.isDone(index, in: configuration)
    }
}
