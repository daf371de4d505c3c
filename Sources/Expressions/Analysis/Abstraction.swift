/// Turns expressions over one environment into conditions over shared terms and atoms.
struct Abstraction {
    let environment: Environment
    let knowledge: Knowledge
    let domains: Domains
    private(set) var terms: [Term] = []
    private(set) var atoms: [Atom] = []
    private var termNumbers: [String: Term.ID] = [:]
    private var atomNumbers: [Atom: Atom.ID] = [:]

    init(_ environment: Environment, _ knowledge: Knowledge) {
        self.environment = environment
        self.knowledge = knowledge
        domains = environment.domains.adding(knowledge.domains)
    }

    // MARK: Conditions

    mutating func condition(_ tree: Syntax) -> Condition {
        switch tree.kind {
        case .and(let terms): return .and(terms.map { condition($0) })
        case .or(let terms): return .or(terms.map { condition($0) })
        case .conditional(let test, let yes, let no):
            return .either(condition(test), then: condition(yes), otherwise: condition(no))
        case .operation("!", let operands) where operands.count == 1: return .not(condition(operands[0]))
        case .operation("in", let operands): return membership(operands[0], operands[1], tree)
        case .operation(let sign, let operands) where operands.count == 2:
            return comparison(sign, operands[0], operands[1]) ?? truth(of: term(tree))
        case .has(let operand, let field): return presence(operand, field, tree)
        case .macro(let macro) where macro.kind == .all: return .not(condition(tree.withExists(macro)))
        case .macro(let macro) where macro.kind == .exists: return existence(macro, tree)
        default: return truth(of: term(tree))
        }
    }

    /// The value of a term where a bool is asked for.
    mutating func truth(of term: Term.ID) -> Condition {
        let yes = equal(term, constant(.bool(true)))
        guard terms[term].kind != .truth else { return .requiring(defined(term), yes) }
        let no = equal(term, constant(.bool(false)))
        let known = Condition.either(
            yes, then: .constant(.isTrue),
            otherwise: .either(no, then: .constant(.isFalse), otherwise: .constant(.fails)))
        return .requiring(defined(term), known)
    }

    func defined(_ term: Term.ID) -> Condition {
        if case .failure = terms[term].form { return .constant(.isFalse) }
        return terms[term].gate.map { .defined($0) } ?? .constant(.isTrue)
    }

    // MARK: Atoms

    mutating func atom(_ atom: Atom) -> Atom.ID {
        if let number = atomNumbers[atom] { return number }
        atoms.append(atom)
        atomNumbers[atom] = atoms.count - 1
        return atoms.count - 1
    }

    mutating func equal(_ left: Term.ID, _ right: Term.ID) -> Condition {
        let (a, b) = (min(left, right), max(left, right))
        return .equal(a, b, atom(.equal(a, b)))
    }

    mutating func less(_ left: Term.ID, _ right: Term.ID) -> Condition {
        .less(left, right, atom(.less(left, right)))
    }

    // MARK: Terms

    mutating func constant(_ value: Value) -> Term.ID {
        let key = value.typeName + " " + value.description
        return add(Term(form: .constant(value), key: key, type: CELType(of: value)))
    }

    mutating func failure() -> Term.ID { add(Term(form: .failure, key: "no value", type: .dyn)) }

    /// The term of this key, added when it is new.
    mutating func add(_ term: Term) -> Term.ID {
        if let number = termNumbers[term.key] { return number }
        terms.append(term)
        termNumbers[term.key] = terms.count - 1
        complete(terms.count - 1)
        return terms.count - 1
    }

    func number(of key: String) -> Term.ID? { termNumbers[key] }

    /// Makes it a question whether the term has a value.
    mutating func gate(_ term: Term.ID) { terms[term].gate = atom(.defined(term)) }

    /// Says that one term has a value when another has.
    mutating func share(gateOf holder: Term.ID, with term: Term.ID) {
        terms[term].gate = terms[holder].gate
    }

    private mutating func complete(_ term: Term.ID) {
        if terms[term].kind == .truth, terms[term].choices.isEmpty, !terms[term].isConstant {
            terms[term].choices = [false, true]
        }
        if !terms[term].choices.isEmpty { terms[term].choice = atom(.choice(term)) }
    }
}

extension Term {
    var isConstant: Bool { if case .constant = form { true } else { false } }
}

extension Syntax {
    /// `all(x, p)` as the `exists(x, !p)` that it denies.
    fileprivate func withExists(_ macro: Macro) -> Syntax {
        let condition = macro.condition.map { Syntax(.operation("!", [$0]), at: $0.span) }
        return Syntax(
            .macro(
                Macro(
                    kind: .exists, target: macro.target, variable: macro.variable, condition: condition,
                    transform: nil)),
            at: span)
    }
}
