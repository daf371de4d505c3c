import Agreements

/// The formulas of states and transitions, by number, that read a variable without asking whether it is set:
/// the others need not be followed.
struct SensitiveReads {
    /// What is evaluated when a state begins: dates, lists of children, conditions of notices.
    let beginnings: [[Formula]]
    /// The conditions of the notices of a transition.
    let notices: [[Formula]]

    init(_ reading: ProcessReading, _ formulas: FormulaTable, shared: Set<String>) {
        func isSensitive(_ formula: Formula) -> Bool {
            formulas.entry(of: formula).untested.contains { !shared.contains(formulas.names[$0]) }
        }
        beginnings = reading.states.map { state in
            let all = (state?.formulasOfBeginning ?? []) + (state?.notices.compactMap(\.condition) ?? [])
            return all.filter(isSensitive)
        }
        notices = reading.transitions.map {
            ($0?.notices.compactMap(\.condition) ?? []).filter(isSensitive)
        }
    }
}
