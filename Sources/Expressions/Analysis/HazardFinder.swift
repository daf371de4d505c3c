/// Goes through an expression with the tests that stand on the way to each part.
struct HazardFinder {
    /// A condition on the way, and whether it is true there.
    typealias Test = (tree: Syntax, isTrue: Bool)

    let program: Program
    let knowledge: Knowledge
    /// The functions that cannot read every text, each with arguments that it reads.
    let readers: [String: [Value]]
    private(set) var found: [Hazard] = []
    /// What the readers read.
    var texts: [TextUse] = []

    init(program: Program, knowledge: Knowledge, readers: [String: [Value]] = [:]) {
        self.program = program
        self.knowledge = knowledge
        self.readers = readers
    }

    mutating func visit(_ tree: Syntax, _ tests: [Test]) {
        switch tree.kind {
        case .and(let terms): connect(terms, tests, isTrue: true)
        case .or(let terms): connect(terms, tests, isTrue: false)
        case .conditional(let test, let yes, let no):
            visit(test, tests)
            visit(yes, tests + [(test, true)])
            visit(no, tests + [(test, false)])
        case .operation(let sign, let operands) where sign == "/" || sign == "%":
            for operand in operands { visit(operand, tests) }
            // Doubles are divided by zero without an error.
            if Abstraction(program.environment, knowledge).typeOf(operands[1]) == .double { return }
            let zero = Syntax(.operation("==", [operands[1], .zero(like: operands[1])]), at: tree.span)
            note(.division, operands[1], tree, (zero, true), tests)
        case .index(let operand, let index):
            for part in [operand, index] { visit(part, tests) }
            element(operand, index, tree, tests)
        default:
            for child in tree.kind.children { visit(child, tests) }
            if case .call(let name, nil, let operands) = tree.kind, readers[name]?.count == operands.count {
                for index in operands.indices { noteText(operands[index], index, of: name, tests) }
            }
        }
    }

    private mutating func connect(_ terms: [Syntax], _ tests: [Test], isTrue: Bool) {
        for (index, term) in terms.enumerated() {
            let others = terms.indices.filter { $0 != index }.map { (tree: terms[$0], isTrue: isTrue) }
            visit(term, tests + others)
        }
    }

    private mutating func element(_ operand: Syntax, _ index: Syntax, _ tree: Syntax, _ tests: [Test]) {
        if case .literal(.string) = index.kind { return }
        let abstraction = Abstraction(program.environment, knowledge)
        switch abstraction.typeOf(operand) {
        case .list:
            let size = Syntax(.call("size", target: nil, [operand]), at: tree.span)
            let fits = Syntax(
                .and([
                    Syntax(.operation(">=", [index, .zero(like: index)]), at: tree.span),
                    Syntax(.operation("<", [index, size]), at: tree.span),
                ]), at: tree.span)
            note(.index, operand, tree, (fits, false), tests)
        case .map:
            note(
                .key, operand, tree, (Syntax(.operation("in", [index, operand]), at: tree.span), false), tests
            )
        default: return
        }
    }

    /// Notes a part that goes wrong when `failing` is as said, unless the tests exclude that.
    private mutating func note(
        _ kind: Hazard.Kind, _ operand: Syntax, _ tree: Syntax, _ failing: Test, _ tests: [Test]
    ) {
        let answer = satisfiability(of: failing, tests)
        if case .no? = answer { return }
        var witness: [String: Value]?
        if case .yes(let values)? = answer { witness = values }
        found.append(
            Hazard(
                kind: kind, operand: program.text.text(of: operand.span),
                source: program.text.text(of: tree.span), span: tree.span, witness: witness))
    }

    /// Whether a condition can be as said under these tests; nil where it does not compile alone.
    func satisfiability(of last: Test, _ tests: [Test]) -> Satisfiability? {
        // Tests that speak of macro variables do not compile alone and say nothing.
        let parts = (tests + [last]).map { (part: alone($0.tree, .bool), isTrue: $0.isTrue) }
        guard parts.last?.part != nil else { return nil }
        let all = parts.filter(\.isTrue).compactMap(\.part)
        let none = parts.filter { !$0.isTrue }.compactMap(\.part)
        return GuardLogic.satisfiability(of: all.map { [$0] }, butNotOf: none.map { [$0] }, knowledge)
    }

    /// A part as an expression of its own; nil for one that speaks of macro variables.
    func alone(_ tree: Syntax, _ type: CELType?) -> Program? {
        var compiler = Compiler(
            environment: program.environment, source: program.text, limits: program.limits)
        return try? compiler.program(of: tree, expecting: type)
    }
}

extension Syntax {
    /// Zero in the type of a literal; of int where the type is not seen.
    fileprivate static func zero(like operand: Syntax) -> Syntax {
        if case .literal(.uint) = operand.kind { return Syntax(.literal(.uint(0)), at: operand.span) }
        return Syntax(.literal(.int(0)), at: operand.span)
    }
}
