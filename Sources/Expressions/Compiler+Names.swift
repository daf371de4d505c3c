extension Compiler {
    /// The names that stand for types.
    static let typeNames: Set<String> = [
        "bool", "int", "uint", "double", "string", "bytes", "list", "map", "null_type", "type",
        "google.protobuf.Timestamp", "google.protobuf.Duration",
    ]

    /// A name, or a chain of fields.
    mutating func path(_ tree: Syntax) throws(ExpressionError) -> Typed {
        if let chain = Self.chain(of: tree) {
            let read = try read(chain, at: tree.span)
            if let type = typeName(chain) { return named(type, read) }
            if let read { return read }
        }
        switch tree.kind {
        case .name(let name, let absolute): return try resolve(name, absolute: absolute, at: tree.span)
        case .select(let operand, let field):
            let operand = try compile(operand)
            let type = try self.type(of: field, in: operand.type, at: tree.span)
            return Typed(node: .select(operand.node, field: field, tree.span), type: type)
        default: preconditionFailure("A path is a name or a selection.")
        }
    }

    /// The type that a chain names, where no declared variable and no macro's hides it.
    private func typeName(_ chain: Chain) -> String? {
        let dotted = ([chain.root] + chain.fields).joined(separator: ".")
        guard Self.typeNames.contains(dotted), chain.names == chain.fields.count, local(of: chain) == nil,
            environment.variables[chain.rooted(in: environment.variables).root] == nil
        else { return nil }
        return dotted
    }

    /// The name of a type; in an open environment, the variable of that name if there is one at run.
    private func named(_ type: String, _ read: Typed?) -> Typed {
        guard case .read(let path)? = read?.node else {
            return Typed(node: .constant(.type(type)), type: .type)
        }
        return Typed(node: .typeOrRead(type, path), type: .dyn)
    }

    private func resolve(_ name: String, absolute: Bool, at span: Span) throws(ExpressionError) -> Typed {
        if !absolute, let slot = locals.lastIndex(where: { $0.name == name }) {
            return Typed(node: .local(slot), type: locals[slot].type)
        }
        let known = Array(environment.variables.keys) + locals.map(\.name)
        throw source.error(
            "Unknown variable `\(name)`.", at: span, suggestion: Suggestion.closest(to: name, in: known))
    }

    /// A chain rooted in a variable, lowered to one read; nil when its root is no variable.
    mutating func read(_ chain: Chain, at span: Span) throws(ExpressionError) -> Typed? {
        guard local(of: chain) == nil else { return nil }
        let chain = chain.rooted(in: environment.variables)
        guard let root = variable(chain) else { return nil }
        var type = root
        var places: [Int] = []
        var path = chain.root
        for (number, (field, place)) in zip(chain.fields, chain.spans).enumerated() {
            places.append(self.place(of: field, in: type))
            if chain.indexes.contains(number), case .map(let key, _) = type.unwrapped {
                try checkKey(.string, of: key, at: place)
            }
            type = try self.type(of: field, in: type, at: place)
            path += "." + Read.spelling(of: field)
            if type.isDyn, let declared = environment.domains.paths[path]?.type { type = declared }
        }
        return Typed(node: .read(readPath(chain, places, at: span)), type: type)
    }

    private func variable(_ chain: Chain) -> CELType? {
        environment.variables[chain.root] ?? (environment.isOpen ? .dyn : nil)
    }

    mutating func readPath(_ chain: Chain, _ places: [Int] = [], at span: Span) -> ReadPath {
        var name = chain.root
        let variableRead = readNumber(of: name)
        var steps: [ReadPath.Step] = []
        for (field, place) in zip(chain.fields, places) {
            name += "." + Read.spelling(of: field)
            let presenceRead = readNumber(of: "has(\(name))")
            let valueRead = readNumber(of: name)
            steps.append(
                .init(field: Field(field, place: place), presenceRead: presenceRead, valueRead: valueRead))
        }
        let variable = Field(chain.root, place: Self.place(of: chain.root, among: environment.variables))
        return ReadPath(variable: variable, variableRead: variableRead, steps: steps, span: span)
    }

    private func place(of field: String, in type: CELType) -> Int {
        guard case .object(let name) = type.unwrapped else { return 0 }
        return Self.place(of: field, among: environment.objects[name] ?? [:])
    }

    /// Where a field lies in a map that has all of these.
    private static func place(of field: String, among fields: [String: CELType]) -> Int {
        fields.keys.count { CodePoints.order($0, field) == .less }
    }

    private func local(of chain: Chain) -> Int? {
        chain.absolute ? nil : locals.lastIndex { $0.name == chain.root }
    }

    /// The type of a field; refuses a field that the type does not have.
    ///
    /// A map may be asked for a field whatever its keys are: one without text keys never has it (as in cel-go).
    func type(of field: String, in type: CELType, at span: Span) throws(ExpressionError) -> CELType {
        switch type.unwrapped {
        case .map(_, let value): return value
        case .object(let name):
            let fields = environment.objects[name] ?? [:]
            if let type = fields[field] { return type }
            try refuse(
                "There is no field `\(field)` in \(Wording.article(name)).", at: span,
                suggestion: Suggestion.closest(to: field, in: fields.keys))
        case .dyn: return .dyn
        default:
            try refuse(
                "There are no fields in \(Wording.article(type)), so there is no `\(field)`.", at: span)
        }
        return .dyn
    }

    mutating func presence(of field: String, in operand: Syntax, at span: Span) throws(ExpressionError)
        -> Typed
    {
        let selection = Syntax(.select(operand, field: field), at: span)
        let typed = try path(selection)
        switch typed.node {
        case .read(let path), .typeOrRead(_, let path): return Typed(node: .hasPath(path), type: .bool)
        case .select(let operand, let field, let span):
            return Typed(node: .has(operand, field: field, span), type: .bool)
        default: throw source.error("`has` asks for a field of a value.", at: span)
        }
    }
}
