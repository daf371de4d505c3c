extension Abstraction {
    /// The term of an expression outside every macro.
    mutating func term(_ tree: Syntax) -> Term.ID {
        switch known(tree) {
        case .success(let value)?: return constant(value)
        case .failure?: return failure()
        case nil: break
        }
        if let chain = Compiler.chain(of: tree), isVariable(chain.root) {
            return path([chain.root] + chain.fields)
        }
        if case .call("size", let target, let arguments) = tree.kind,
            let operand = target ?? arguments.first, arguments.count + (target == nil ? 0 : 1) == 1
        {
            return size(of: operand, tree)
        }
        return opaque(tree)
    }

    func isVariable(_ name: String) -> Bool { environment.variables[name] != nil || environment.isOpen }

    // MARK: What is not looked into

    mutating func opaque(_ tree: Syntax) -> Term.ID {
        let key = Canonical.text(of: tree)
        guard number(of: key) == nil else { return number(of: key) ?? 0 }
        if let operand = instant(readBy: tree) {
            let read = term(operand)
            if case .failure = terms[read].form { return failure() }
            let term = add(Term(form: .opaque, key: key, type: typeOf(tree)))
            share(gateOf: read, with: term)
            return term
        }
        var totality = Totality(self)
        let total = totality.type(of: tree)
        let term = add(Term(form: .opaque, key: key, type: total ?? typeOf(tree)))
        if total == nil { gate(term) }
        return term
    }

    /// The instant, or its text, that a call reads which fails only where that is not there.
    private func instant(readBy tree: Syntax) -> Syntax? {
        guard case .call(let name, nil, let arguments) = tree.kind, arguments.count == 1 else { return nil }
        let steps = Compiler.chain(of: arguments[0]).flatMap {
            isVariable($0.root) ? [$0.root] + $0.fields : nil
        }
        switch name {
        case "timestamp":
            return steps.map { domains.paths[Self.spelling($0)]?.isInstant ?? false } ?? false
                ? arguments[0] : nil
        case "day":
            let isInstant =
                steps.map { type(ofPath: $0) == .timestamp } ?? (instant(readBy: arguments[0]) != nil)
            return isInstant ? arguments[0] : nil
        default: return nil
        }
    }

    /// The static type of an expression outside every macro.
    func typeOf(_ tree: Syntax) -> CELType {
        var compiler = Compiler(environment: environment, source: SourceText(text: ""), limits: .guards)
        return (try? compiler.compile(tree).type) ?? .dyn
    }

    private mutating func size(of operand: Syntax, _ tree: Syntax) -> Term.ID {
        let measured = term(operand)
        if case .failure = terms[measured].form { return failure() }
        let key = "size(\(terms[measured].key))"
        guard number(of: key) == nil else { return number(of: key) ?? 0 }
        let least = Int64(knowledge.elements[terms[measured].key]?.least ?? 0)
        let size = add(Term(form: .size(of: measured), key: key, type: .int, minimum: least))
        if let kind = terms[measured].kind, [.list, .map, .text, .bytes].contains(kind) {
            share(gateOf: measured, with: size)
        } else {
            gate(size)
        }
        return size
    }

    // MARK: Paths

    mutating func path(_ steps: [String]) -> Term.ID {
        switch known(path: steps) {
        case .value(let value): return constant(value)
        case .absent: return failure()
        case .open: break
        }
        let key = Self.spelling(steps)
        guard number(of: key) == nil else { return number(of: key) ?? 0 }
        let holder = steps.count > 1 ? path(steps.dropLast()) : nil
        if let holder, case .failure = terms[holder].form { return failure() }
        let type = type(ofPath: steps)
        let domain = domains.paths[key]
        let term = add(
            Term(
                form: .path(steps), key: key, type: type, choices: domain?.choices ?? [],
                minimum: domain?.minimum, days: type == .string ? domain?.days : nil))
        gate(term, of: steps, holder: holder, isRequired: domain?.isRequired ?? false)
        return term
    }

    private mutating func gate(_ term: Term.ID, of steps: [String], holder: Term.ID?, isRequired: Bool) {
        guard let holder else {
            let mayLack = domains.unbound.contains(steps[0]) || environment.variables[steps[0]] == nil
            if mayLack, !isRequired { gate(term) }
            return
        }
        let isDeclared = if case .object = type(ofPath: steps.dropLast()) { true } else { false }
        if isDeclared || (isRequired && terms[holder].kind == .map) {
            share(gateOf: holder, with: term)
        } else {
            gate(term)
        }
    }

    static func spelling(_ steps: [String]) -> String {
        ([steps[0]] + steps.dropFirst().map(Read.spelling(of:))).joined(separator: ".")
    }

    /// The static type under a path, as the environment or its domains declare it.
    func type(ofPath steps: [String]) -> CELType {
        if let type = domains.paths[Self.spelling(steps)]?.type { return type }
        guard let field = steps.last, steps.count > 1 else { return environment.variables[steps[0]] ?? .dyn }
        return environment.type(of: field, in: type(ofPath: steps.dropLast()))
    }
}

extension Environment {
    /// The static type of a field of values of a type.
    func type(of field: String, in type: CELType) -> CELType {
        switch type {
        case .map(_, let value): value
        case .object(let name): objects[name]?[field] ?? .dyn
        default: .dyn
        }
    }
}
