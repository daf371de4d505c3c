/// Goes through an expression with what it reads of one variable, tests of presence apart.
struct ContentFinder {
    let variable: String
    private(set) var found: [Selection] = []
    private var hidden = 0

    init(variable: String) { self.variable = variable }

    mutating func visit(_ tree: Syntax) {
        if let chain = chain(of: tree) { return note(chain, tree) }
        switch tree.kind {
        case .has(let operand, _): visitUnlessPlain(operand)
        case .operation("in", let operands) where operands.count == 2:
            visit(operands[0])
            visitUnlessPlain(operands[1], fields: 0)
        case .operation(let sign, let operands) where operands.count == 2:
            let asksPresence = Self.asksPresence(sign, operands[0], operands[1])
            for operand in operands {
                if asksPresence { visitUnlessPlain(operand.measured) } else { visit(operand) }
            }
        case .macro(let macro): visit(macro)
        default: for child in tree.kind.children { visit(child) }
        }
    }

    private mutating func visit(_ macro: Syntax.Macro) {
        visitUnlessPlain(macro.target, fields: 0)
        let hides = macro.variable == variable
        hidden += hides ? 1 : 0
        for part in [macro.condition, macro.transform] { part.map { visit($0) } }
        hidden -= hides ? 1 : 0
    }

    /// Passes over a chain of at most so many fields: the place where it stands asks for no content.
    private mutating func visitUnlessPlain(_ tree: Syntax, fields: Int = .max) {
        if let chain = chain(of: tree), chain.fields.count <= fields { return }
        visit(tree)
    }

    private func chain(of tree: Syntax) -> Chain? {
        guard let chain = Compiler.chain(of: tree), chain.root == variable, chain.absolute || hidden == 0
        else { return nil }
        return chain
    }

    private mutating func note(_ chain: Chain, _ tree: Syntax) {
        let path = [chain.root] + chain.fields.prefix(1)
        found.append(Selection(path: path, span: chain.spans.first ?? tree.span))
    }

    /// Whether a comparison asks only whether a text is empty.
    private static func asksPresence(_ sign: String, _ left: Syntax, _ right: Syntax) -> Bool {
        let sides = [left, right]
        if ["==", "!="].contains(sign), sides.contains(where: { $0.isLiteral("") }) { return true }
        return ["==", "!=", "<", "<=", ">", ">="].contains(sign) && sides.contains { $0.isLiteral(0) }
            && sides.contains(where: \.isSize)
    }
}

extension Syntax {
    fileprivate func isLiteral(_ value: Value) -> Bool {
        if case .literal(value) = kind { true } else { false }
    }

    fileprivate var isSize: Bool {
        if case .call("size", _, _) = kind { true } else { false }
    }

    /// What the size is of, where it is one.
    fileprivate var measured: Syntax {
        guard case .call("size", let target, let arguments) = kind else { return self }
        return target ?? arguments.first ?? self
    }
}
