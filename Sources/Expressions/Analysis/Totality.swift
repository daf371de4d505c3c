/// Tells which expressions certainly have a value, and of which type.
struct Totality {
    let abstraction: Abstraction
    private var locals: [(name: String, type: CELType)] = []

    init(_ abstraction: Abstraction) { self.abstraction = abstraction }

    /// The type of an expression that never fails; nil when it may.
    mutating func type(of tree: Syntax) -> CELType? {
        if let chain = Compiler.chain(of: tree) { return type(of: chain) }
        switch tree.kind {
        case .literal(let value): return CELType(of: value)
        case .and(let terms), .or(let terms): return terms.allSatisfy { type(of: $0) == .bool } ? .bool : nil
        case .conditional(let test, let yes, let no):
            let types = [test, yes, no].map { type(of: $0) }
            return types[0] == .bool && types[1] == types[2] ? types[1] : nil
        case .operation(let sign, let operands): return type(sign, operands)
        case .has(let operand, _):
            guard let holder = type(of: operand), Kind(of: holder) == .map else { return nil }
            return .bool
        case .macro(let macro): return type(of: macro)
        case .call("size", let target, let arguments):
            guard let operand = target ?? arguments.first, let type = type(of: operand) else { return nil }
            return Kind(of: type).map { [.list, .map, .text, .bytes].contains($0) } == true ? .int : nil
        case .name, .select, .index, .list, .map, .call: return nil
        }
    }

    private func type(of chain: Chain) -> CELType? {
        if !chain.absolute, let local = locals.last(where: { $0.name == chain.root }) {
            return chain.fields.reduce(local.type) { type, field in
                guard case .object(let name)? = type else { return nil }
                return abstraction.environment.objects[name]?[field]
            }
        }
        let domains = abstraction.domains
        guard abstraction.environment.variables[chain.root] != nil, !domains.unbound.contains(chain.root)
        else {
            return nil
        }
        let steps = [chain.root] + chain.fields
        guard case .open = abstraction.known(path: steps) else { return nil }
        for count in 1..<steps.count {
            guard case .object = abstraction.type(ofPath: Array(steps.prefix(count))) else { return nil }
        }
        return abstraction.type(ofPath: steps)
    }

    private mutating func type(_ sign: String, _ operands: [Syntax]) -> CELType? {
        let types = operands.compactMap { type(of: $0) }
        guard types.count == operands.count else { return nil }
        switch sign {
        case "!": return types[0] == .bool ? .bool : nil
        case "==", "!=": return .bool
        case "<", "<=", ">", ">=":
            guard let kind = Kind(of: types[0]), kind == Kind(of: types[1]), kind.isOrdered else {
                return nil
            }
            return .bool
        case "in": return [.list, .map].contains(Kind(of: types[1])) ? .bool : nil
        default: return nil
        }
    }

    private mutating func type(of macro: Syntax.Macro) -> CELType? {
        guard case .list(let element)? = type(of: macro.target) else { return nil }
        locals.append((macro.variable, element))
        defer { locals.removeLast() }
        if let condition = macro.condition, type(of: condition) != .bool { return nil }
        switch macro.kind {
        case .all, .exists, .existsOne: return .bool
        case .filter: return .list(element)
        case .map: return macro.transform.flatMap { type(of: $0) }.map { .list($0) }
        }
    }
}
