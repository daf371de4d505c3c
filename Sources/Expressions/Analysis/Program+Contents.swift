extension Program {
    /// The fields of a variable whose content the expression reads, in the order of the source.
    ///
    /// To ask whether a field is there reads no content: `has(…)`, `'field' in variable`, a comparison with
    /// `''`, and one of its size with 0. The variable read as a whole is a selection without a field.
    package func contentSelections(of variable: String) -> [Selection] {
        var finder = ContentFinder(variable: variable)
        finder.visit(tree)
        return finder.found
    }
}
