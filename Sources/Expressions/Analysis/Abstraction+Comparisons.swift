extension Abstraction {
    /// A comparison of two sides, or nil for what is no comparison or none that is looked into.
    mutating func comparison(_ sign: String, _ left: Syntax, _ right: Syntax) -> Condition? {
        guard ["==", "!=", "<", "<=", ">", ">="].contains(sign) else { return nil }
        if case .conditional(let test, let yes, let no) = left.kind {
            return branches(test, comparison(sign, yes, right), comparison(sign, no, right))
        }
        if case .conditional(let test, let yes, let no) = right.kind {
            return branches(test, comparison(sign, left, yes), comparison(sign, left, no))
        }
        if let agreement = agreement(sign, left, right) { return agreement }
        return linear(sign, left, right) ?? comparison(sign, term(left), term(right))
    }

    /// Whether two conditions come out alike, one of which at least is put together from others.
    private mutating func agreement(_ sign: String, _ left: Syntax, _ right: Syntax) -> Condition? {
        guard sign == "==" || sign == "!=", left.isCondition || right.isCondition else { return nil }
        for side in [left, right] where !side.isCondition {
            let term = term(side)
            guard terms[term].type == .bool else { return nil }
        }
        let (one, other) = (condition(left), condition(right))
        return sign == "=="
            ? .either(one, then: other, otherwise: .not(other))
            : .either(one, then: .not(other), otherwise: other)
    }

    private mutating func branches(_ test: Syntax, _ yes: Condition?, _ no: Condition?) -> Condition? {
        guard let yes, let no else { return nil }
        return .either(condition(test), then: yes, otherwise: no)
    }

    private mutating func comparison(_ sign: String, _ left: Term.ID, _ right: Term.ID) -> Condition? {
        let isEquality = sign == "==" || sign == "!="
        guard isComparable(left, isEquality), isComparable(right, isEquality) else { return nil }
        let related = day(sign, left, right) ?? relation(sign, left, right)
        return .requiring(.and([defined(left), defined(right)]), related)
    }

    mutating func relation(_ sign: String, _ left: Term.ID, _ right: Term.ID) -> Condition {
        switch sign {
        case "==": equal(left, right)
        case "!=": .not(equal(left, right))
        case "<": less(left, right)
        case "<=": .not(less(right, left))
        case ">": less(right, left)
        default: .not(less(left, right))
        }
    }

    /// Whether the order theory is right about the term: not for doubles, bytes, null and huge numbers.
    private func isComparable(_ term: Term.ID, _ isEquality: Bool) -> Bool {
        switch terms[term].form {
        case .constant(let value): value.isTame && (isEquality || Kind(of: value).isOrdered)
        case .failure: true
        case .path, .size, .sum, .opaque:
            ![.double, .bytes, .null, .type].contains(terms[term].type)
        }
    }

    // MARK: Membership and presence

    mutating func membership(_ item: Syntax, _ group: Syntax, _ tree: Syntax) -> Condition {
        let element = term(item)
        if case .list(let items) = group.kind { return membership(element, items.map { term($0) }, tree) }
        let list = term(group)
        if case .failure = terms[list].form { return .constant(.fails) }
        if case .constant(.list(let values)) = terms[list].form {
            return membership(element, values.map { constant($0) }, tree)
        }
        if case .literal(.string(let field)) = item.kind, case .map = terms[list].type {
            return presence(group, field, tree)
        }
        return truth(of: term(tree))
    }

    private mutating func membership(_ element: Term.ID, _ items: [Term.ID], _ tree: Syntax) -> Condition {
        guard ([element] + items).allSatisfy({ isComparable($0, true) }) else {
            return truth(of: opaque(tree))
        }
        let premise = Condition.and(([element] + items).map { defined($0) })
        return .requiring(premise, .or(items.map { equal(element, $0) }))
    }

    /// `has(operand.field)`.
    mutating func presence(_ operand: Syntax, _ field: String, _ tree: Syntax) -> Condition {
        guard let chain = Compiler.chain(of: Syntax(.select(operand, field: field), at: tree.span)),
            isVariable(chain.root)
        else { return truth(of: opaque(tree)) }
        let holder = path([chain.root] + chain.fields.dropLast())
        let part = path([chain.root] + chain.fields)
        if case .failure = terms[holder].form { return .constant(.fails) }
        let answer = terms[holder].kind == .map ? defined(part) : isMap(holder, defined(part))
        return .requiring(defined(holder), answer)
    }

    /// Asks a value of unknown type whether it is a map before it is asked for a field.
    private mutating func isMap(_ holder: Term.ID, _ answer: Condition) -> Condition {
        if terms[holder].kind != nil { return .constant(.fails) }
        let test = map(test: holder)
        return .requiring(equal(test, constant(.bool(true))), answer)
    }

    private mutating func map(test holder: Term.ID) -> Term.ID {
        add(Term(form: .opaque, key: mapTestKey(holder), type: .bool))
    }

    func mapTestKey(_ holder: Term.ID) -> String { "is a map: \(terms[holder].key)" }
}

extension Value {
    /// Whether the order of the language is a plain total order on it and its like.
    fileprivate var isTame: Bool {
        switch self {
        case .int(let number): number.magnitude <= 1 << 53
        case .uint(let number): number <= 1 << 53
        case .string, .timestamp, .duration, .bool: true
        case .double, .bytes, .list, .map, .null, .type: false
        }
    }
}

extension Syntax {
    /// Whether it is a bool by its form: a comparison, or conditions put together.
    fileprivate var isCondition: Bool {
        switch kind {
        case .and, .or, .has: true
        case .operation(let sign, _): ["!", "in", "==", "!=", "<", "<=", ">", ">="].contains(sign)
        case .macro(let macro): macro.kind == .all || macro.kind == .exists
        default: false
        }
    }
}
