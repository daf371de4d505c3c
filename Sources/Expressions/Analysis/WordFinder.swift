/// Goes through an expression with what the variables of its macros stand for.
struct WordFinder {
    private(set) var found: [WordUse] = []
    private var compiler: Compiler
    /// For each macro around, the field whose list it goes through; nil for any other.
    private var fields: [String?] = []

    init(program: Program) {
        compiler = Compiler(
            environment: program.environment, source: program.text, limits: program.limits)
    }

    mutating func visit(_ tree: Syntax) {
        switch tree.kind {
        case .operation(let sign, let operands) where operands.count == 2:
            compare(sign, operands[0], operands[1])
            for operand in operands { visit(operand) }
        case .macro(let macro): visit(macro)
        default: for child in tree.kind.children { visit(child) }
        }
    }

    private mutating func visit(_ macro: Syntax.Macro) {
        visit(macro.target)
        let element: CELType =
            if case .list(let element)? = type(of: macro.target) { element } else { .dyn }
        let field = field(of: macro.target)
        compiler.locals.append((macro.variable, element))
        fields.append(field)
        for part in [macro.condition, macro.transform] { part.map { visit($0) } }
        compiler.locals.removeLast()
        fields.removeLast()
    }

    private mutating func compare(_ sign: String, _ left: Syntax, _ right: Syntax) {
        switch sign {
        case "==", "!=":
            note([right], field(of: left))
            note([left], field(of: right))
        case "in":
            note([left], field(of: right))
            if case .list(let items) = right.kind { note(items, field(of: left)) }
        default: return
        }
    }

    private mutating func note(_ words: [Syntax], _ field: String?) {
        guard let field else { return }
        for word in words {
            guard case .literal(.string(let text)) = word.kind else { continue }
            found.append(WordUse(field: field, word: text, span: word.span))
        }
    }

    /// The field whose words a tree gives, one or a list of them.
    private mutating func field(of tree: Syntax) -> String? {
        switch tree.kind {
        case .name(let name, let absolute):
            guard !absolute, let slot = compiler.locals.lastIndex(where: { $0.name == name }) else {
                return nil
            }
            return fields[slot]
        case .select(let operand, let field):
            guard case .object(let object)? = type(of: operand) else { return nil }
            return "\(object).\(field)"
        case .index(let operand, let index):
            if case .literal(.string) = index.kind { return nil }
            return self.field(of: operand)
        case .macro(let macro) where macro.kind == .filter: return field(of: macro.target)
        default: return nil
        }
    }

    private mutating func type(of tree: Syntax) -> CELType? { try? compiler.compile(tree).type.unwrapped }
}
