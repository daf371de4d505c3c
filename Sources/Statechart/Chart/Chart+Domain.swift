/// Which states a transition leaves. Source: SCXML 1.0, appendix D (`getTransitionDomain`, `computeExitSet`).
extension Chart {
    /// What histories remember: history state to the states it restores.
    package typealias History = [Int: StateSet]

    /// The targets with each history replaced by what it stands for now.
    package func effectiveTargets(of targets: [Int], history: History) -> [Int] {
        targets.flatMap { target in
            guard states[target].isHistory else { return [target] }
            return history[target].map(Array.init) ?? states[target].initial.targets
        }
    }

    /// The innermost state that a transition stays within; `nil` for a targetless one, which leaves nothing.
    package func domain(of transition: Transition<Expression>, history: History) -> Int? {
        let targets = effectiveTargets(of: transition.targets, history: history)
        let source = transition.source
        guard !targets.isEmpty else { return nil }
        if transition.isInternal, states[source].kind == .compound, contains(targets, in: source) {
            return source
        }
        return ancestors(of: source).first { states[$0].kind == .compound && contains(targets, in: $0) }
    }

    private func contains(_ targets: [Int], in ancestor: Int) -> Bool {
        targets.allSatisfy { isDescendant($0, of: ancestor) }
    }

    /// The active states that these transitions leave.
    package func exitSet(
        of transitions: [Transition<Expression>], from configuration: StateSet, history: History
    ) -> StateSet {
        let domains = transitions.compactMap { domain(of: $0, history: history) }
        return StateSet(configuration.filter { state in domains.contains { isDescendant(state, of: $0) } })
    }

    /// Keeps, of each two transitions that leave a common state, the one whose source is deeper, else the
    /// one that was selected first.
    package func withoutConflicts(
        _ enabled: [Transition<Expression>], from configuration: StateSet, history: History
    ) -> [Transition<Expression>] {
        var kept: [(transition: Transition<Expression>, exits: StateSet)] = []
        for transition in enabled {
            let exits = exitSet(of: [transition], from: configuration, history: history)
            let rivals = kept.filter { !$0.exits.isDisjoint(with: exits) }.map(\.transition)
            guard rivals.allSatisfy({ isDescendant(transition.source, of: $0.source) }) else { continue }
            kept.removeAll { rival in rivals.contains { $0.index == rival.transition.index } }
            kept.append((transition, exits))
        }
        return kept.map(\.transition)
    }
}
