extension Abstraction {
    /// `exists(x, a || b)` as what is so of a or of b; `exists(x, a && b)` with what it says of each alone.
    ///
    /// What no element can be is so of none.
    mutating func existence(_ macro: Syntax.Macro, _ tree: Syntax) -> Condition {
        if isImpossible(macro) {
            let list = term(macro.target)
            return .requiring(defined(list), .constant(.isFalse))
        }
        switch macro.condition?.positive.kind {
        case .or(let terms)?: return .or(terms.map { condition(tree.with(macro, asking: $0)) })
        case .and(let terms)?:
            let whole = truth(of: term(tree))
            return .and([whole] + terms.map { condition(tree.with(macro, asking: $0)) })
        default: return truth(of: term(tree))
        }
    }

    /// Whether the condition certainly holds of no element, whatever the list.
    private func isImpossible(_ macro: Syntax.Macro) -> Bool {
        let elements = knownElements(of: macro)
        guard let condition = macro.condition,
            condition.mayContradictItself(about: macro.variable, knowing: elements?.fields ?? [:]),
            let element = element(of: macro)
        else { return false }
        var environment = environment
        guard environment.declare(macro.variable, element) else { return false }
        var inner = Abstraction(environment, knowledge(of: macro, elements))
        let holds = inner.condition(condition)
        return GuardLogic.isRefuted(inner, all: [holds], none: [])
    }

    /// The type of the elements; nil where it is not known, or where a macro is around.
    private func element(of macro: Syntax.Macro) -> CELType? {
        var compiler = Compiler(environment: environment, source: SourceText(text: ""), limits: .guards)
        guard case .list(let element)? = try? compiler.compile(macro.target).type.unwrapped else {
            return nil
        }
        return element
    }

    /// What all elements of the list have in common; nil where nothing is known.
    private func knownElements(of macro: Syntax.Macro) -> Knowledge.Elements? {
        guard let chain = Compiler.chain(of: macro.target),
            var elements = knowledge.elements[Self.spelling([chain.root] + chain.fields)]
        else { return nil }
        elements.fields = elements.fields.filter { elements.firstFields[$0.key] ?? $0.value == $0.value }
        return elements
    }

    private func knowledge(of macro: Syntax.Macro, _ elements: Knowledge.Elements?) -> Knowledge {
        var inner = knowledge
        for (field, value) in elements?.fields ?? [:] {
            inner.values[Self.spelling([macro.variable, field])] = value
        }
        return inner
    }
}

extension Environment {
    /// Adds a variable; false where there is one of its name.
    fileprivate mutating func declare(_ name: String, _ type: CELType) -> Bool {
        guard variables[name] == nil, !isOpen else { return false }
        self = Environment(
            variables: variables.merging([name: type]) { $1 }, objects: objects,
            functions: functions.values.flatMap(\.self), zones: zones, isOpen: isOpen, domains: domains)
        return true
    }
}

extension Syntax {
    /// Whether it may be false of every element for what it says alone: it asks twice for one thing, or for
    /// something that is known.
    fileprivate func mayContradictItself(about variable: String, knowing fields: [String: Value]) -> Bool {
        var paths: [[String]] = []
        collect(chainsOf: variable, into: &paths)
        return Set(paths).count < paths.count
            || paths.contains { $0.first.map { fields[$0] != nil } ?? false }
    }

    private func collect(chainsOf variable: String, into found: inout [[String]]) {
        if let chain = Compiler.chain(of: self), chain.root == variable { return found.append(chain.fields) }
        for child in kind.children { child.collect(chainsOf: variable, into: &found) }
    }

    fileprivate func with(_ macro: Macro, asking condition: Syntax) -> Syntax {
        Syntax(
            .macro(
                Macro(
                    kind: macro.kind, target: macro.target, variable: macro.variable, condition: condition,
                    transform: nil)),
            at: span)
    }

    /// The same with a negation of `&&` and `||` put at their terms.
    fileprivate var positive: Syntax {
        guard case .operation("!", let operands) = kind, operands.count == 1 else { return self }
        switch operands[0].kind {
        case .operation("!", let inner) where inner.count == 1: return inner[0].positive
        case .and(let terms): return Syntax(.or(terms.map(\.denied)), at: span)
        case .or(let terms): return Syntax(.and(terms.map(\.denied)), at: span)
        default: return self
        }
    }

    private var denied: Syntax { Syntax(.operation("!", [self]), at: span) }
}
