/// Looks for answers to the atoms under which some conditions are true and others not (DPLL with a theory).
struct Search {
    let terms: [Term]
    let atoms: [Atom]
    /// Conditions that have to be true.
    let all: [Condition]
    /// Conditions that have to be false or without a value.
    let none: [Condition]
    let rules: Rules
    /// The answer to each atom, -1 while it has none.
    var answers: [Int8]
    /// How many answers may still be tried.
    var budget: Int

    init(_ abstraction: Abstraction, all: [Condition], none: [Condition], budget: Int) {
        terms = abstraction.terms
        atoms = abstraction.atoms
        self.all = all
        self.none = none
        self.budget = budget
        rules = Rules(abstraction)
        answers = Array(repeating: -1, count: atoms.count)
    }

    /// Gives each model to `accept` until that says enough; true when it did.
    mutating func run(_ accept: (Search) -> Bool) -> Bool {
        budget -= 1
        guard budget > 0 else { return false }
        var open: Condition?
        for (conditions, wanted) in [(all, Outcomes.isTrue), (none, .notTrue)] {
            for condition in conditions {
                let outcomes = outcomes(condition)
                if outcomes.isDisjoint(with: wanted) { return false }
                if open == nil, !outcomes.isSubset(of: wanted) { open = condition }
            }
        }
        guard isConsistent else { return false }
        guard let open, let atom = question(in: open) else { return accept(self) }
        for answer in possibleAnswers(to: atom) {
            answers[atom] = answer
            if run(accept) { return true }
        }
        answers[atom] = -1
        return false
    }

    var isExhausted: Bool { budget <= 0 }

    private func possibleAnswers(to atom: Atom.ID) -> [Int8] {
        switch atoms[atom] {
        case .defined, .equal: [1, 0]
        case .choice(let term): terms[term].choices.indices.map { Int8(clamping: $0) }
        case .less(let left, let right): isOrdered(left, right) ? [1, 0] : [1, 0, 2]
        }
    }

    func isOrdered(_ left: Term.ID, _ right: Term.ID) -> Bool {
        guard let kind = terms[left].kind, kind == terms[right].kind else { return false }
        return kind.isOrdered
    }
}
