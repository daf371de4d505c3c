extension Chart {
    /// The transitions that an event of this name could take, whether or not their conditions hold, in the
    /// order in which selection looks at them: active atomic states in document order, from each outwards.
    ///
    /// The first of a chain whose condition holds wins; a candidate seen by several atomic states comes once.
    /// `nil` asks for the eventless transitions.
    package func candidates(for event: String?, in configuration: StateSet) -> [Transition<Expression>] {
        candidatePlaces(for: event, in: configuration).map { transitions[$0] }
    }

    /// The same by their places in ``transitions``.
    package func candidatePlaces(for event: String?, in configuration: StateSet) -> [Int] {
        plan.candidates(in: plan.triggers.row(for: event), configuration)
    }

    /// What the active states wait for, in the same order, each descriptor once.
    package func events(acceptedIn configuration: StateSet) -> [EventDescriptor] {
        var seen: Set<EventDescriptor> = []
        return atomicStates(of: configuration)
            .flatMap { [$0] + ancestors(of: $0) }
            .flatMap { states[$0].transitions.flatMap { transitions[$0].events } }
            .filter { seen.insert($0).inserted }
    }
}
