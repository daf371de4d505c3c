extension Program {
    /// The fields of maps that are read without a test, in the order of the source.
    ///
    /// A test is `has(…)` or `'field' in map`, written so that the read is not reached, or not what decides,
    /// when the field is missing: beside it under `&&`, before it in `?:`, denied beside it under `||`.
    /// Fields of declared objects are always there and need none. Paths begin with a variable; what a macro
    /// goes through is not looked into by its own variable.
    package var untestedSelections: [Selection] { untestedSelections(after: []) }

    /// As ``untestedSelections``, when the expression runs only after these guards held.
    package func untestedSelections(after premises: [Program]) -> [Selection] {
        var finder = SelectionFinder(Abstraction(environment, Knowledge()))
        let tests = premises.map(\.tree).map { Tests($0, finder).makesFalse }
        finder.visit(tree, tested: tests.reduce([]) { $0.union($1) })
        return finder.found
    }
}
