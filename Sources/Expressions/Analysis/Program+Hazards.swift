extension Program {
    /// The divisions, indexes and computed keys that can fail although the expression is reached there.
    ///
    /// The expression runs only after the guards `premises` held.
    ///
    /// What is not listed is certain not to fail, for values of the declared domains: the tests beside it
    /// under `&&`, before it in `?:` and denied beside it under `||` exclude it. What is listed without a
    /// witness is only not excluded.
    package func hazards(knowing knowledge: Knowledge, after premises: [Program] = []) -> [Hazard] {
        var finder = HazardFinder(program: self, knowledge: knowledge)
        finder.visit(tree, premises.map(\.tree).map { (tree: $0, isTrue: true) })
        return finder.found
    }
}
