import Agreements

extension InMemoryInstitution {
    /// A copy of a portfolio on which the engine may run ahead.
    ///
    /// Events before the copy are not in it; those that the engine adds follow their hashes.
    package convenience init(_ portfolio: Portfolio) {
        var state = State(now: portfolio.facts.now, facts: portfolio.facts)
        for agreement in portfolio.agreements { state.keep(agreement) }
        self.init(state)
    }

    /// The portfolio of it now: what another copy begins with.
    package var portfolio: Portfolio {
        read { state in
            Portfolio(
                facts: state.currentFacts, agreements: state.agreements.values.sorted { $0.id < $1.id })
        }
    }
}
