extension Search {
    /// What a condition may still come to under the answers given.
    func outcomes(_ condition: Condition) -> Outcomes {
        switch condition {
        case .constant(let outcomes): return outcomes
        case .defined(let atom):
            return answers[atom] < 0 ? [.isTrue, .isFalse] : Outcomes(answers[atom] == 1)
        case .equal(let left, let right, let atom): return equality(left, right, atom)
        case .less(let left, let right, let atom): return order(left, right, atom)
        case .not(let inner): return outcomes(inner).negated
        case .and(let terms): return Outcomes.conjunction(terms.map { outcomes($0) })
        case .either(let test, let yes, let no):
            let test = outcomes(test)
            var result = test.intersection(.fails)
            if test.contains(.isTrue) { result.formUnion(outcomes(yes)) }
            if test.contains(.isFalse) { result.formUnion(outcomes(no)) }
            return result
        }
    }

    /// The value of a term, when it is a constant or chosen.
    func value(of term: Term.ID) -> Value? {
        if case .constant(let value) = terms[term].form { return value }
        guard let choice = terms[term].choice, answers[choice] >= 0 else { return nil }
        return terms[term].choices[Int(answers[choice])]
    }

    private func equality(_ left: Term.ID, _ right: Term.ID, _ atom: Atom.ID) -> Outcomes {
        if left == right { return .isTrue }
        if let a = value(of: left), let b = value(of: right) { return Outcomes(a.equals(b)) }
        return answers[atom] < 0 ? [.isTrue, .isFalse] : Outcomes(answers[atom] == 1)
    }

    private func order(_ left: Term.ID, _ right: Term.ID, _ atom: Atom.ID) -> Outcomes {
        if let a = value(of: left), let b = value(of: right) {
            return a.order(against: b).map { Outcomes($0 == .less) } ?? .fails
        }
        switch answers[atom] {
        case 0: return .isFalse
        case 1: return .isTrue
        case 2: return .fails
        default: return isOrdered(left, right) ? [.isTrue, .isFalse] : .any
        }
    }

    /// A question whose answer brings an undecided condition forward.
    func question(in condition: Condition) -> Atom.ID? {
        switch condition {
        case .constant: return nil
        case .defined(let atom): return answers[atom] < 0 ? atom : nil
        case .equal(let left, let right, let atom), .less(let left, let right, let atom):
            return question(left) ?? question(right) ?? (answers[atom] < 0 ? atom : nil)
        case .not(let inner): return question(in: inner)
        case .and(let terms):
            for term in terms where !outcomes(term).isDecided {
                if let atom = question(in: term) { return atom }
            }
            return nil
        case .either(let test, let yes, let no):
            let known = outcomes(test)
            guard known.isDecided else { return question(in: test) }
            return known == .isTrue ? question(in: yes) : known == .isFalse ? question(in: no) : nil
        }
    }

    private func question(_ term: Term.ID) -> Atom.ID? {
        guard let choice = terms[term].choice, answers[choice] < 0 else { return nil }
        return choice
    }
}
