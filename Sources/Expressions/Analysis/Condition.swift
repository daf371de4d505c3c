/// A guard as a combination of atoms, with the three results that an evaluation can have.
indirect enum Condition {
    case constant(Outcomes)
    /// Whether a term that may fail has a value.
    case defined(Atom.ID)
    /// The equality of two terms that have values.
    case equal(Term.ID, Term.ID, Atom.ID)
    /// The order of two terms that have values; fails for values of different kinds.
    case less(Term.ID, Term.ID, Atom.ID)
    case not(Condition)
    case and([Condition])
    case either(Condition, then: Condition, otherwise: Condition)

    static func or(_ terms: [Condition]) -> Condition { .not(.and(terms.map { .not($0) })) }

    /// The condition when the premise is true, no value otherwise.
    static func requiring(_ premise: Condition, _ condition: Condition) -> Condition {
        if case .constant(.isTrue) = premise { return condition }
        return .either(premise, then: condition, otherwise: .constant(.fails))
    }
}
