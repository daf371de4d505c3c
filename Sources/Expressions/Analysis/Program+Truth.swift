extension Program {
    /// What is certain of this guard, knowing some of the values that it reads.
    ///
    /// `holds` and `fails` are certain for bindings that keep to the domains of the environment and of
    /// `knowledge`, and for evaluations within the cost limit. Cost: some tens of microseconds for a plain
    /// guard; the search is bounded, and `open` beyond the bound. The same guard with knowledge of the same
    /// ``readablePaths`` gives the same answer, so that callers may remember it.
    package func truth(knowing knowledge: Knowledge) -> Truth {
        var abstraction = Abstraction(environment, knowledge)
        let condition = abstraction.condition(tree)
        if GuardLogic.isRefuted(abstraction, all: [condition], none: []) { return .fails }
        return GuardLogic.isRefuted(abstraction, all: [], none: [condition]) ? .holds : .open
    }
}
