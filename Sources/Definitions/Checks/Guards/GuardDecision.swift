import Agreements
import Expressions

/// The transitions of one state for one event, tried in order.
struct GuardDecision {
    let process: ProcessDraft
    /// Indices of transitions, in the order in which they are tried.
    let branches: [Int]

    var first: TransitionDraft { process.transitions[branches[0]] }
    var event: String { first.definition.event }

    /// The clauses of a branch; empty for one that always holds.
    func clauses(_ branch: Int) -> [Program] {
        process.transitions[branch].condition?.clauses.map(\.formula.program) ?? []
    }

    /// Where a branch is said: its first condition, or the transition.
    func place(_ branch: Int) -> Place {
        let transition = process.transitions[branch]
        return transition.condition?.clauses.first.flatMap { Place(parsing: $0.formula.place) }
            ?? transition.place
    }
}

extension ProcessDraft {
    /// Its decisions, in document order.
    var decisions: [GuardDecision] {
        var decisions: [GuardDecision] = []
        for source in outline.states.indices {
            let own = transitions.indices.filter { transitions[$0].source == source }
            for event in own.map({ transitions[$0].definition.event }).uniqued() {
                let branches = own.filter { transitions[$0].definition.event == event }
                decisions.append(GuardDecision(process: self, branches: branches))
            }
        }
        return decisions
    }
}
