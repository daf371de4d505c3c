/// Which transitions an event enables. Source: SCXML 1.0, appendix D (`selectTransitions`).
extension Session {
    /// The transitions to take together for an event (`nil`: eventless), without conflicts, in the order in
    /// which their content runs.
    mutating func enabledTransitions(for event: String?) -> [Transition<Expression>] {
        var enabled: [Transition<Expression>] = []
        for atomic in chart.atomicStates(of: configuration) {
            guard let first = firstEnabled(in: chart.chain(from: atomic, for: event)),
                !enabled.contains(where: { $0.index == first.index })
            else { continue }
            enabled.append(first)
        }
        guard enabled.count > 1 else { return enabled }
        return chart.withoutConflicts(enabled, from: configuration, history: history)
    }

    private mutating func firstEnabled(in chain: [Transition<Expression>]) -> Transition<Expression>? {
        for transition in chain {
            guard let condition = transition.condition else { return transition }
            do throws(EvaluationFailure) {
                if try model.holds(condition, in: scope) { return transition }
            } catch {
                // Nothing has changed since it failed, so raising it again would never end.
                if failedConditions.insert(transition.index).inserted { raise(error) }
            }
        }
        return nil
    }

    /// Whether a condition of `<if>` holds; one that fails counts as false.
    mutating func holds(_ condition: Expression) -> Bool {
        do throws(EvaluationFailure) {
            return try model.holds(condition, in: scope)
        } catch {
            raise(error)
            return false
        }
    }

    /// The transitions that an event of this name could take, whether or not their conditions hold
    /// (see ``Chart/candidates(for:in:)``).
    package func enabledCandidates(for event: String?) -> [Transition<Expression>] {
        chart.candidates(for: event, in: configuration)
    }

    /// Whether the condition of a transition would hold for an event now; one without condition does.
    package func guardHolds(
        of transition: Transition<Expression>, for event: Event<Value>?
    ) throws(EvaluationFailure) -> Bool {
        guard let condition = transition.condition else { return true }
        var copy = self
        copy.event = event ?? self.event
        return try model.holds(condition, in: copy.scope)
    }
}
