import Agreements

/// The formulas of states and transitions, by number, that read a variable without asking whether it is set:
/// the others need not be followed.
struct SensitiveReads {
    /// What is evaluated when a state begins: dates, lists of children, conditions of notices.
    let beginnings: [[FormulaTable.Use]]
    /// The conditions of the notices of a transition.
    let notices: [[FormulaTable.Use]]
    /// The conditions of the joins of a state, all of them.
    let joins: [[FormulaTable.Use]]

    init(_ reading: ProcessReading, _ formulas: FormulaTable, shared: Set<String>) {
        func sensitive(_ all: [Formula]) -> [FormulaTable.Use] {
            all.map(formulas.use(of:)).filter { use in
                formulas.entries[use.index].untested.contains { !shared.contains(formulas.names[$0]) }
            }
        }
        beginnings = reading.states.map { state in
            sensitive(
                (state?.formulasOfBeginning ?? []) + (state?.notices.compactMap(\.condition) ?? []))
        }
        notices = reading.transitions.map {
            sensitive($0?.notices.compactMap(\.condition) ?? [])
        }
        joins = reading.states.map { ($0?.joinFormulas ?? []).map(formulas.use(of:)) }
    }
}
