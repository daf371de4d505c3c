extension Chart {
    /// The transitions that an event of this name could take, whether or not their conditions hold, in the
    /// order in which selection looks at them: active atomic states in document order, from each outwards.
    ///
    /// The first of a chain whose condition holds wins; a candidate seen by several atomic states comes once.
    /// `nil` asks for the eventless transitions.
    package func candidates(for event: String?, in configuration: StateSet) -> [Transition<Expression>] {
        var seen: Set<Int> = []
        return atomicStates(of: configuration).flatMap { chain(from: $0, for: event) }
            .filter { seen.insert($0.index).inserted }
    }

    /// What the active states wait for, in the same order, each descriptor once.
    package func events(acceptedIn configuration: StateSet) -> [EventDescriptor] {
        var seen: Set<EventDescriptor> = []
        return atomicStates(of: configuration)
            .flatMap { [$0] + ancestors(of: $0) }
            .flatMap { states[$0].transitions.flatMap { transitions[$0].events } }
            .filter { seen.insert($0).inserted }
    }

    /// The transitions of one atomic state and its ancestors, innermost first.
    func chain(from atomic: Int, for event: String?) -> [Transition<Expression>] {
        var found: [Transition<Expression>] = []
        var next: Int? = atomic
        while let index = next {
            for number in transitionRanges[index] where isTriggered(number, by: event) {
                found.append(transitions[number])
            }
            next = parents[index]
        }
        return found
    }

    private func isTriggered(_ transition: Int, by event: String?) -> Bool {
        let descriptors = descriptors[transition]
        guard let event else { return descriptors.isEmpty }
        return descriptors.contains { $0.matches(event) }
    }
}
