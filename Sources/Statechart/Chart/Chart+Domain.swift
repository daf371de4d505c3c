/// Which states a transition leaves. Source: SCXML 1.0, appendix D (`getTransitionDomain`, `computeExitSet`).
extension Chart {
    /// What histories remember: history state to the states it restores.
    package typealias History = [Int: StateSet]

    /// The targets with each history replaced by what it stands for now.
    package func effectiveTargets(of targets: [Int], history: History) -> [Int] {
        plan.shape.effectiveTargets(of: targets, history: history)
    }

    /// The innermost state that a transition stays within; `nil` for a targetless one, which leaves nothing.
    package func domain(of transition: Transition<Expression>, history: History) -> Int? {
        let domain = plan.moves[transition.index].domain(in: plan.shape, history: history)
        return domain == ChartShape.none ? nil : domain
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
        var position = Position(plan)
        position.configuration = configuration
        position.history = history
        for transition in enabled { position.enable(transition.index) }
        position.dropConflicts()
        return position.enabled.map { transitions[$0] }
    }
}
