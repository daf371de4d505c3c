/// Checks a syntax tree against an environment and lowers it to nodes.
struct Compiler {
    /// A lowered node with its type.
    struct Typed {
        let node: Node
        let type: CELType
    }

    let environment: Environment
    let source: SourceText
    let limits: Limits
    /// The variables of the macros around, innermost last.
    var locals: [(name: String, type: CELType)] = []
    var slotsMax = 0
    /// The names under which reads are recorded; the index is the number of the read.
    private(set) var readNames: [String] = []
    private var readNumbers: [String: Int] = [:]

    init(environment: Environment, source: SourceText, limits: Limits) {
        self.environment = environment
        self.source = source
        self.limits = limits
    }

    mutating func program(of tree: Syntax, expecting: CELType?) throws(ExpressionError) -> Program {
        let whole = try compile(tree)
        if let expecting, !environment.isOpen, !whole.type.unwrapped.fits(expecting) {
            throw source.error(
                "Expected \(Wording.article(expecting)), but this is \(Wording.article(whole.type)).",
                at: tree.span)
        }
        try tryClosedLoops(of: whole.node, at: tree.span)
        var clauses: [Program.Clause] = []
        for clause in Self.clauses(of: tree) {
            clauses.append(Program.Clause(node: try compile(clause).node, span: clause.span))
        }
        return Program(
            text: source, tree: tree, node: whole.node, clauses: clauses, expecting: expecting,
            resultType: whole.type, environment: environment, limits: limits, readNames: readNames,
            slots: slotsMax)
    }

    /// Runs what depends on no variable once, so that a loop that exceeds the cost is known at load.
    private func tryClosedLoops(of node: Node, at span: Span) throws(ExpressionError) {
        for loop in node.closedLoops() {
            var machine = Machine(
                bindings: ValueMap(), zones: environment.zones, costMax: limits.cost, reads: 0,
                slots: slotsMax)
            do throws(Fault) {
                _ = try machine.run(loop)
            } catch {
                guard error.kind == .costExceeded else { continue }
                throw source.error(error.message, at: span)
            }
        }
    }

    /// The terms of the `&&` at the top.
    static func clauses(of tree: Syntax) -> [Syntax] {
        guard case .and(let terms) = tree.kind else { return [tree] }
        return terms.flatMap { clauses(of: $0) }
    }

    mutating func compile(_ tree: Syntax) throws(ExpressionError) -> Typed {
        switch tree.kind {
        case .literal(let value): Typed(node: .constant(value), type: CELType(of: value))
        case .name, .select: try path(tree)
        case .has(let operand, let field): try presence(of: field, in: operand, at: tree.span)
        case .list(let items): try list(items, at: tree.span)
        case .map(let entries): try map(entries, at: tree.span)
        case .and(let terms): Typed(node: .and(try bools(terms, "&&"), tree.span), type: .bool)
        case .or(let terms): Typed(node: .or(try bools(terms, "||"), tree.span), type: .bool)
        case .conditional(let test, let yes, let no): try conditional(test, yes, no, at: tree.span)
        case .operation(let sign, let operands): try operation(sign, operands, at: tree.span)
        case .index(let operand, let index): try self.index(operand, index, at: tree)
        case .call(let name, let target, let arguments):
            try call(name, on: target, arguments, at: tree.span)
        case .macro(let macro): try loop(macro, at: tree.span)
        }
    }

    /// Refuses, unless the environment is open: then types are only looked at when the expression runs.
    func refuse(_ message: String, at span: Span, suggestion: String? = nil) throws(ExpressionError) {
        if !environment.isOpen { throw source.error(message, at: span, suggestion: suggestion) }
    }

    mutating func readNumber(of name: String) -> Int {
        if let number = readNumbers[name] { return number }
        readNumbers[name] = readNames.count
        readNames.append(name)
        return readNames.count - 1
    }
}

extension CELType {
    /// The type of a literal.
    init(of value: Value) {
        switch value {
        case .null: self = .null
        case .bool: self = .bool
        case .int: self = .int
        case .uint: self = .uint
        case .double: self = .double
        case .string: self = .string
        case .bytes: self = .bytes
        case .list: self = .list(.dyn)
        case .map: self = .map(.dyn, .dyn)
        case .timestamp: self = .timestamp
        case .duration: self = .duration
        case .type: self = .type
        }
    }
}
