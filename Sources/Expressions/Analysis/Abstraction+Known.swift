extension Abstraction {
    /// What is known of a path.
    enum Known {
        case value(Value)
        /// There is certainly no such field, or it cannot be read.
        case absent
        case open
    }

    func known(path steps: [String]) -> Known {
        for count in (1...steps.count).reversed() {
            let spelling = Self.spelling(Array(steps.prefix(count)))
            if knowledge.absent.contains(spelling) { return .absent }
            guard let value = knowledge.values[spelling] else { continue }
            return Self.known(steps.dropFirst(count), in: value)
        }
        return .open
    }

    private static func known(_ fields: ArraySlice<String>, in value: Value) -> Known {
        var value = value
        for field in fields {
            guard case .map(let map) = value, let next = map[field] else { return .absent }
            value = next
        }
        return .value(value)
    }

    /// The value of an expression that reads only what is known; a failure when it certainly has none.
    mutating func known(_ tree: Syntax) -> Result<Value, Fault>? {
        if case .literal(let value) = tree.kind { return .success(value) }
        var bindings = Branches()
        guard gather(tree, [], &bindings) else { return nil }
        var compiler = Compiler(environment: environment, source: SourceText(text: ""), limits: .guards)
        guard let program = try? compiler.program(of: tree, expecting: nil) else { return nil }
        switch program.evaluate(bindings.values).result {
        case .success(let value): return .success(value)
        case .failure(let error): return .failure(Fault(error.kind, error.message))
        }
    }

    /// Collects the values of the paths that a tree reads; false when one is not known.
    private func gather(_ tree: Syntax, _ locals: [String], _ bindings: inout Branches) -> Bool {
        if let chain = Compiler.chain(of: tree), chain.absolute || !locals.contains(chain.root) {
            return gather(chain, &bindings)
        }
        if case .has(let operand, let field) = tree.kind {
            return gather(Syntax(.select(operand, field: field), at: tree.span), locals, &bindings)
        }
        if case .call(let name, _, _) = tree.kind, environment.readsVariables(name) { return false }
        if case .macro(let macro) = tree.kind {
            let parts = [macro.condition, macro.transform].compactMap { $0 }
            return gather(macro.target, locals, &bindings)
                && parts.allSatisfy { gather($0, locals + [macro.variable], &bindings) }
        }
        return tree.kind.children.allSatisfy { gather($0, locals, &bindings) }
    }

    /// Binds what holds a missing field, so that reading the field fails as it will.
    private func fail(_ holder: ArraySlice<String>, _ bindings: inout Branches) {
        if !holder.isEmpty, case .value(let value) = known(path: Array(holder)) {
            bindings.set(value, at: holder)
        } else {
            bindings.open(holder)
        }
    }

    private func gather(_ chain: Chain, _ bindings: inout Branches) -> Bool {
        guard isVariable(chain.root) else { return true }
        let steps = [chain.root] + chain.fields
        switch known(path: steps) {
        case .value(let value): bindings.set(value, at: steps[...])
        case .absent: fail(steps.dropLast(), &bindings)
        case .open: return false
        }
        return true
    }
}

extension Environment {
    /// Whether calls of the function read variables beside their arguments.
    fileprivate func readsVariables(_ function: String) -> Bool {
        functions[function]?.contains { !$0.reading.isEmpty } ?? false
    }
}
