/// What always holds between the atoms and terms of an abstraction.
struct Rules {
    /// For a question whether a term has a value: questions that must be answered yes when it is.
    private(set) var premises: [Atom.ID: [(atom: Atom.ID, answer: Int8)]] = [:]
    /// Pairs of terms of which the first is never greater.
    private(set) var orderings: [(lesser: Term.ID, greater: Term.ID)] = []

    init(_ abstraction: Abstraction) {
        for (number, atom) in abstraction.atoms.enumerated() {
            guard case .defined(let term) = atom, case .path(let steps) = abstraction.terms[term].form else {
                continue
            }
            premises[number] = Self.premises(of: steps, number, abstraction)
        }
        orderings = abstraction.domains.orderings.compactMap { ordering in
            guard let lesser = abstraction.number(of: ordering.lesser),
                let greater = abstraction.number(of: ordering.greater)
            else { return nil }
            return (lesser, greater)
        }
    }

    private static func premises(
        of steps: [String], _ own: Atom.ID, _ abstraction: Abstraction
    ) -> [(atom: Atom.ID, answer: Int8)] {
        var premises: [(atom: Atom.ID, answer: Int8)] = []
        for count in 1..<max(1, steps.count) {
            let key = Abstraction.spelling(Array(steps.prefix(count)))
            guard let holder = abstraction.number(of: key) else { continue }
            if let gate = abstraction.terms[holder].gate, gate != own { premises.append((gate, 1)) }
            if let test = abstraction.number(of: abstraction.mapTestKey(holder)),
                let choice = abstraction.terms[test].choice
            {
                premises.append((choice, 1))
            }
        }
        return premises
    }
}
