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
        let doing = definition.actions.enumerated().flatMap { position, action in
            action.formulas.map { use($0, occasion, after: transition.premises(before: position)) }
        }
        let told = definition.notices.compactMap(\.condition).map {
            use(
                $0, occasion, isCondition: true,
                after: transition.premises(before: definition.actions.count))
        }
        return guarding + doing + told
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
            + state.textConditions.map { use($0.formula, .waiting(index), isCondition: true) }
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

extension TransitionDraft {
    /// Its conditions that still hold before the action at a position, or after all of them.
    ///
    /// Actions change what guards read, but never the input of the act.
    func premises(before position: Int) -> [Program] {
        let clauses = condition?.clauses.map(\.formula.program) ?? []
        let before = definition.actions.prefix(position)
        let unset = before.compactMap(\.variable)
        let lasting =
            before.allSatisfy(\.leavesAgreement)
            ? clauses : clauses.filter { $0.readablePaths.allSatisfy(\.isOfEvent) }
        return lasting.filter { !$0.reads(unset) }
    }
}

extension ActionDefinition {
    /// Whether it changes nothing that guards read of the agreement but variables.
    fileprivate var leavesAgreement: Bool {
        switch self {
        case .set, .spawn, .tell, .assign, .release, .passOn: true
        case .reference, .register, .term, .signature, .voidSignatures, .call, .addParty, .removeParty,
            .addLab, .dropLab, .renew, .instrument:
            false
        }
    }

    /// The variable that it sets.
    var variable: String? { if case .set(let name, _) = self { name } else { nil } }
}

extension Program {
    /// Whether it reads one of these variables, or all of them.
    func reads(_ variables: [String]) -> Bool {
        !variables.isEmpty
            && (VariableNames.readsWhole(self)
                || !Set(VariableNames.read(by: self)).isDisjoint(with: variables))
    }
}

extension String {
    /// Whether a path that a formula reads is of the event or of the parameters.
    fileprivate var isOfEvent: Bool {
        ["event", "param", "item"].contains { self == $0 || hasPrefix($0 + ".") || hasPrefix("has(\($0).") }
    }
}
