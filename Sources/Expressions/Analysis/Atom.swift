/// A question whose answer a search may choose.
enum Atom: Hashable {
    typealias ID = Int

    /// Whether the term has a value.
    case defined(Term.ID)
    /// Which of its possible values the term has.
    case choice(Term.ID)
    case equal(Term.ID, Term.ID)
    case less(Term.ID, Term.ID)
}
