/// Which transitions an event enables. Source: SCXML 1.0, appendix D (`selectTransitions`).
extension Session {
    /// Enables the transitions to take together for an event, given by its row, without conflicts.
    mutating func selectTransitions(_ row: Int, for event: String?) {
        position.beginSelection(row)
        while let transition = position.nextQuestion() {
            if isEnabled(transition, for: event) { position.accept(transition) }
        }
    }

    private mutating func isEnabled(_ transition: Int, for event: String?) -> Bool {
        guard let condition = chart.conditions[transition] else { return true }
        if !position.journal.isEmpty { model.follow(position.journal, to: transition) }
        do throws(EvaluationFailure) {
            return try model.holds(condition, in: scope)
        } catch {
            // Nothing has changed since an eventless condition failed, and an error would only meet itself:
            // to raise either again would never end.
            let isFinite = event.map { !$0.hasPrefix("error.") } ?? false
            if failedConditions.insert(transition).inserted || isFinite { raise(error) }
            return false
        }
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
