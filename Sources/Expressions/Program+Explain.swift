extension Program {
    /// The terms, joined by `&&` at the top of the guard, that are not true; empty when the guard holds.
    ///
    /// Each term is evaluated by itself, with a cost limit of its own.
    package func explain(_ bindings: [String: Value]) -> [FailedClause] {
        let bindings = ValueMap(bindings)
        return clauses.compactMap { clause in
            let evaluation = run(clause.node, bindings, .bool)
            guard !evaluation.holds else { return nil }
            return FailedClause(
                source: text.text(of: clause.span), reads: evaluation.reads, error: evaluation.error)
        }
    }
}
