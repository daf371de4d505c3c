extension Compiler {
    /// What is wrong with the innermost parts that cannot be compiled; loops count as one part.
    mutating func errors(in tree: Syntax) -> [ExpressionError] {
        var found: [ExpressionError] = []
        for part in tree.parts { found += errors(in: part) }
        guard found.isEmpty else { return found }
        do throws(ExpressionError) {
            _ = try compile(tree)
            return []
        } catch {
            return [error]
        }
    }
}

extension Syntax {
    /// The parts that are compiled one by one, with the same names around them.
    fileprivate var parts: [Syntax] {
        switch kind {
        case .and(let terms), .or(let terms), .list(let terms), .operation(_, let terms): terms
        case .conditional(let test, let yes, let no): [test, yes, no]
        case .call(_, _, let arguments): arguments
        case .literal, .name, .select, .has, .map, .index, .macro: []
        }
    }
}
