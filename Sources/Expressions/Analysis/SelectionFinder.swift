/// Goes through an expression with the fields that are tested on the way.
struct SelectionFinder {
    private let abstraction: Abstraction
    private(set) var found: [Selection] = []
    private var locals: [String] = []

    init(_ abstraction: Abstraction) { self.abstraction = abstraction }

    /// Finds what `tree` reads although a missing field would then decide; `tested` are paths with dots.
    mutating func visit(_ tree: Syntax, tested: Set<String>) {
        switch tree.kind {
        case .and(let terms): connect(terms, tested, whenMissing: \.makesFalse)
        case .or(let terms): connect(terms, tested, whenMissing: \.makesTrue)
        case .conditional(let test, let yes, let no):
            let tests = Tests(test, self)
            visit(test, tested: tested)
            visit(yes, tested: tested.union(tests.makesFalse))
            visit(no, tested: tested.union(tests.makesTrue))
        case .has(let operand, _): visit(operand, tested: tested)
        case .operation("in", let operands):
            // The map itself is read, not its field.
            for operand in operands { visit(operand, tested: tested) }
        case .macro(let macro):
            visit(macro.target, tested: tested)
            locals.append(macro.variable)
            for part in [macro.condition, macro.transform] { part.map { visit($0, tested: tested) } }
            locals.removeLast()
        default:
            if let chain = chain(of: tree) {
                note(chain, tested)
            } else {
                for child in tree.kind.children { visit(child, tested: tested) }
            }
        }
    }

    private mutating func connect(
        _ terms: [Syntax], _ tested: Set<String>, whenMissing: KeyPath<Tests, Set<String>>
    ) {
        let tests = terms.map { Tests($0, self)[keyPath: whenMissing] }
        for (index, term) in terms.enumerated() {
            let others = tests.indices.filter { $0 != index }.flatMap { tests[$0] }
            visit(term, tested: tested.union(others))
        }
    }

    /// The chain of fields from a variable; nil for anything else.
    func chain(of tree: Syntax) -> Chain? {
        guard let chain = Compiler.chain(of: tree), abstraction.isVariable(chain.root),
            chain.absolute || !locals.contains(chain.root)
        else { return nil }
        return chain
    }

    private mutating func note(_ chain: Chain, _ tested: Set<String>) {
        let steps = [chain.root] + chain.fields
        for (index, span) in chain.spans.enumerated() {
            let path = Array(steps.prefix(index + 2))
            guard isOptional(path), !tested.contains(Abstraction.spelling(path)) else { continue }
            found.append(Selection(path: path, span: span))
        }
    }

    private func isOptional(_ path: [String]) -> Bool {
        switch abstraction.type(ofPath: path.dropLast()) {
        case .object: false
        default: !(abstraction.domains.paths[Abstraction.spelling(path)]?.isRequired ?? false)
        }
    }
}
