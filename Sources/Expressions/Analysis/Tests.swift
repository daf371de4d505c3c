/// The fields whose absence decides a condition, whatever else it reads.
struct Tests {
    /// The condition is false when one of these is missing.
    private(set) var makesFalse: Set<String> = []
    /// The condition is true when one of these is missing.
    private(set) var makesTrue: Set<String> = []

    init(_ tree: Syntax, _ finder: SelectionFinder) {
        switch tree.kind {
        case .and(let terms):
            let tests = terms.map { Tests($0, finder) }
            makesFalse = Self.any(tests.map(\.makesFalse))
            makesTrue = Self.every(tests.map(\.makesTrue))
        case .or(let terms):
            let tests = terms.map { Tests($0, finder) }
            makesFalse = Self.every(tests.map(\.makesFalse))
            makesTrue = Self.any(tests.map(\.makesTrue))
        case .operation("!", let operands) where operands.count == 1:
            let test = Tests(operands[0], finder)
            (makesFalse, makesTrue) = (test.makesTrue, test.makesFalse)
        case .conditional(let test, let yes, let no):
            let tests = [test, yes, no].map { Tests($0, finder) }
            makesFalse = Self.chosen(tests, \.makesFalse)
            makesTrue = Self.chosen(tests, \.makesTrue)
        case .has(let operand, let field):
            note(Syntax(.select(operand, field: field), at: tree.span), finder)
        case .operation("in", let operands):
            guard case .literal(.string) = operands[0].kind else { return }
            note(Syntax(.index(operands[1], operands[0]), at: tree.span), finder)
        default: break
        }
    }

    private mutating func note(_ selection: Syntax, _ finder: SelectionFinder) {
        guard let chain = finder.chain(of: selection), !chain.fields.isEmpty else { return }
        makesFalse = [Abstraction.spelling([chain.root] + chain.fields)]
    }

    private static func any(_ sets: [Set<String>]) -> Set<String> { sets.reduce([]) { $0.union($1) } }

    private static func every(_ sets: [Set<String>]) -> Set<String> {
        sets.dropFirst().reduce(sets.first ?? []) { $0.intersection($1) }
    }

    /// What decides `test ? yes : no` through the branch that is taken when the field is missing.
    private static func chosen(_ parts: [Tests], _ side: KeyPath<Tests, Set<String>>) -> Set<String> {
        let whenFalse = parts[0].makesFalse.intersection(parts[2][keyPath: side])
        return parts[0].makesTrue.intersection(parts[1][keyPath: side]).union(whenFalse)
    }
}
