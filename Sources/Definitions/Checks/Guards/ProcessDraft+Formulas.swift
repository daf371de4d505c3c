import Agreements
import Expressions

extension ProcessDraft {
    /// Every formula of the process, in document order of states, then of transitions, but for those whose
    /// types are wrong.
    var formulas: [FormulaUse] {
        let all =
            states.indices.flatMap(formulas(ofState:)) + transitions.indices.flatMap(formulas(ofTransition:))
        return all.filter { !illTyped.contains($0.formula.place) }
    }

    private func formulas(ofTransition index: Int) -> [FormulaUse] {
        let transition = transitions[index]
        let definition = transition.definition
        let occasion = FormulaUse.Occasion.transition(index)
        let clauses = transition.condition?.clauses.map(\.formula) ?? []
        let guarding = clauses.enumerated().map { position, clause in
            use(clause, occasion, isCondition: true, after: clauses.prefix(position).map(\.program))
        }
        // Actions change what guards read, but never the input of the act.
        let lasting = clauses.map(\.program).filter { $0.readablePaths.allSatisfy(\.isOfEvent) }
        return guarding + definition.actions.flatMap(\.formulas).map { use($0, occasion, after: lasting) }
            + definition.notices.compactMap(\.condition)
            .map { use($0, occasion, isCondition: true, after: lasting) }
    }

    private func formulas(ofState index: Int) -> [FormulaUse] {
        let state = states[index]
        let occasion = FormulaUse.Occasion.entry(index)
        let dues = [state.task?.due] + state.timers.map(\.due) + (state.task?.reminders.map(\.base) ?? [])
        let values =
            [state.effective] + state.actions.flatMap(\.formulas) + dues.flatMap { $0?.formulas ?? [] }
            + state.children.map(\.forEach)
        let joins = state.children.compactMap { child -> Formula? in
            guard case .when(let formula) = child.join else { return nil }
            return formula
        }
        return values.compactMap { $0 }.map { use($0, occasion) }
            + joins.map { use($0, .waiting(index), isCondition: true) }
            + state.notices.compactMap(\.condition).map { use($0, occasion, isCondition: true) }
    }

    private func use(
        _ formula: Formula, _ occasion: FormulaUse.Occasion, isCondition: Bool = false,
        after premises: [Program] = []
    ) -> FormulaUse {
        FormulaUse(
            formula: formula, process: self, occasion: occasion, isCondition: isCondition, premises: premises)
    }
}

extension String {
    /// Whether a path that a formula reads is of the event or of the parameters.
    fileprivate var isOfEvent: Bool {
        ["event", "param", "item"].contains { self == $0 || hasPrefix($0 + ".") || hasPrefix("has(\($0).") }
    }
}
