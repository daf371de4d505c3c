/// Goes through an expression with what the variables of its macros stand for.
struct WordFinder {
    private(set) var found: [WordUse] = []
    private var compiler: Compiler
    /// For each macro around, the field whose list it goes through; nil for any other.
    private var fields: [String?] = []
    private let items: [String: CELType]

    init(program: Program, _ domains: Domains, _ items: [String: CELType]) {
        self.items = items
        compiler = Compiler(
            environment: program.environment.adding(domains), source: program.text, limits: program.limits)
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
        let field = field(of: macro.target)
        enter(macro, field)
        for part in [macro.condition, macro.transform] { part.map { visit($0) } }
        leave()
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
            guard case .object(let object)? = objectType(of: operand) else { return nil }
            return "\(object).\(field)"
        case .index(let operand, let index):
            if case .literal(.string) = index.kind { return nil }
            return self.field(of: operand)
        case .macro(let macro) where macro.kind == .filter: return field(of: macro.target)
        case .macro(let macro) where macro.kind == .map:
            return macro.transform.flatMap { fieldOfEach(in: macro, $0) }
        default: return nil
        }
    }

    /// The field that each element of a list becomes.
    private mutating func fieldOfEach(in macro: Syntax.Macro, _ transform: Syntax) -> String? {
        let field = field(of: macro.target)
        enter(macro, field)
        defer { leave() }
        return self.field(of: transform)
    }

    private mutating func enter(_ macro: Syntax.Macro, _ field: String?) {
        let element: CELType =
            if case .list(let element)? = type(of: macro.target) { element } else { .dyn }
        compiler.locals.append((macro.variable, element))
        fields.append(field)
    }

    private mutating func leave() {
        compiler.locals.removeLast()
        fields.removeLast()
    }

    /// The type of what holds a field; where it is not known, that of the item whose name it has.
    private mutating func objectType(of tree: Syntax) -> CELType? {
        let type = type(of: tree)
        if case .object? = type { return type }
        guard case .select(let holder, let name) = tree.kind, case .select(_, "item") = holder.kind else {
            return type
        }
        return items[name]
    }

    private mutating func type(of tree: Syntax) -> CELType? { try? compiler.compile(tree).type.unwrapped }
}
