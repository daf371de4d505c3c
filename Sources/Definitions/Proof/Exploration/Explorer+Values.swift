import Agreements
import Expressions
import Statechart

extension Explorer {
    /// What is known of the variables after a step: its actions set them one after the other.
    func store(after response: Response, _ before: Store, _ moment: ObservationLog.Moment) -> Store {
        current = moment
        var store = before
        for deed in response.deeds {
            for use in deed.readings { note(reading: use, in: store) }
            store = self.store(after: deed, store)
        }
        for state in response.entered where response.configuration.contains(state) {
            for use in sensitive.beginnings[state] { note(reading: use, in: store) }
        }
        for transition in response.taken {
            for use in sensitive.notices[transition] { note(reading: use, in: store) }
        }
        return store
    }

    func store(after deed: Deed, _ before: Store) -> Store {
        guard let (variable, formula) = deed.change else { return before }
        if let known = before.successors[deed.number] { return known }
        var values = before.values
        values[variable] = value(of: formula, variable, values)
        let store = formulas.store(of: values)
        before.successors[deed.number] = store
        return store
    }

    /// What an action gives to a variable.
    ///
    /// A value computed from other variables is kept only if it is a truth value or one of the constants that
    /// the variable is given somewhere: so there are finitely many.
    private func value(of formula: Int, _ variable: Int, _ values: [AbstractValue]) -> AbstractValue {
        guard !context.sharedVariables.contains(formulas.names[variable]) else { return .set }
        guard let value = formulas.value(of: formula, under: values) else { return .set }
        if formulas.entries[formula].variables.isEmpty { return .known(value) }
        if case .bool = value { return .known(value) }
        return constants[variable]?.contains(value) ?? false ? .known(value) : .set
    }

    /// What is left of a store where nobody can read some variables any more.
    func store(_ store: Store, without unread: StateSet) -> Store {
        if let known = store.remainders[unread] { return known }
        var values = store.values
        for variable in unread { values[variable] = .open }
        let rest = formulas.store(of: values)
        store.remainders[unread] = rest
        return rest
    }

    func gatherConstants() -> [Int: Set<Value>] {
        let actions =
            reading.states.flatMap { $0?.actions ?? [] } + reading.transitions.flatMap { $0?.actions ?? [] }
        var constants: [Int: Set<Value>] = [:]
        let unset = [AbstractValue](repeating: .set, count: formulas.names.count)
        for case .set(let name, let formula) in actions {
            let index = formulas.index(of: formula)
            guard let variable = formulas.number(of: name), formulas.entries[index].variables.isEmpty,
                let value = formulas.value(of: index, under: unset)
            else { continue }
            constants[variable, default: []].insert(value)
        }
        return constants
    }

    /// Notes the variables that a formula reads where they may be unset.
    func note(reading use: FormulaTable.Use, in store: Store) {
        for variable in formulas.entries[use.index].untested where store.values[variable].mayBeUnset {
            let name = formulas.names[variable]
            guard !context.sharedVariables.contains(name) else { continue }
            let read = ObservationLog.UnsetRead(formula: use.place, variable: name)
            if current.trigger != .condition, eventlessPlaces.contains(use.place) {
                untakenReads.append(read)
            } else {
                log.unsetReads.keep(namedMoment, for: read)
            }
        }
    }

    /// Settles what conditions read in the step of another event: they are asked again with the new values,
    /// so it counts only when one of them moved the chart.
    func settleReads(_ response: Response) {
        if response.isMovedByCondition {
            for read in untakenReads { log.unsetReads.keep(namedMoment, for: read) }
        }
        untakenReads = []
    }

    /// The step under way with the role that acts in it.
    private var namedMoment: ObservationLog.Moment {
        var moment = current
        if case .act(let name, nil)? = moment.trigger { moment.trigger = .act(name, by: tape.role) }
        return moment
    }
}
