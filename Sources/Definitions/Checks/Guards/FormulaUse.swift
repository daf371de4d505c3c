import Agreements
import Expressions

/// A formula of a process, with what it may read when it runs.
struct FormulaUse {
    /// What begins the event in which it runs.
    enum Occasion: Hashable {
        /// One transition is asked or taken, by its index.
        case transition(Int)
        /// A state is entered, by its index.
        case entry(Int)
        /// Nothing in particular: the join of a state, by its index, is asked whenever something changed.
        case waiting(Int)
    }

    var formula: Formula
    var process: ProcessDraft
    var occasion: Occasion
    /// Whether something happens only if it holds.
    var isCondition = false
    /// Conditions that held just before it runs.
    var premises: [Program] = []

    /// Where it begins in its file.
    var place: Place { Place(parsing: formula.place) ?? process.place }
}
