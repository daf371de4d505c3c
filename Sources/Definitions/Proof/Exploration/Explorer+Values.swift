import Agreements
import Expressions
import Statechart

extension Explorer {
    /// What is known of the variables after a step: its actions set them one after the other.
    func values(
        after microsteps: [Microstep], _ before: [AbstractValue], _ configuration: StateSet,
        _ moment: ObservationLog.Moment
    ) -> [AbstractValue] {
        current = moment
        var values = before
        for action in reading.actions(of: microsteps) {
            for formula in action.formulas { note(reading: formula, under: values) }
            guard case .set(let name, let formula) = action, let variable = formulas.number(of: name) else {
                continue
            }
            values[variable] = value(of: formula, variable, values)
        }
        for microstep in microsteps {
            for state in microstep.entered where configuration.contains(state.index) {
                for formula in sensitive.beginnings[state.index] { note(reading: formula, under: values) }
            }
            for transition in microstep.transitions {
                for formula in sensitive.notices[transition.index] { note(reading: formula, under: values) }
            }
        }
        return values
    }

    /// What an action gives to a variable.
    ///
    /// A value computed from other variables is kept only if it is a truth value or one of the constants that
    /// the variable is given somewhere: so there are finitely many.
    private func value(of formula: Formula, _ variable: Int, _ values: [AbstractValue]) -> AbstractValue {
        guard !context.sharedVariables.contains(formulas.names[variable]) else { return .set }
        let index = formulas.index(of: formula)
        guard let value = formulas.value(of: index, under: values) else { return .set }
        if formulas.entries[index].variables.isEmpty { return .known(value) }
        if case .bool = value { return .known(value) }
        return constants[variable]?.contains(value) ?? false ? .known(value) : .set
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

    func note(reading formula: Formula, under values: [AbstractValue]) {
        let saved = tape.values
        tape.values = values
        note(reading: formula, formulas.index(of: formula))
        tape.values = saved
    }

    /// Notes the variables that a formula reads where they may be unset.
    func note(reading formula: Formula, _ index: Int) {
        for variable in formulas.entries[index].untested where tape.values[variable].mayBeUnset {
            let name = formulas.names[variable]
            guard !context.sharedVariables.contains(name) else { continue }
            let read = ObservationLog.UnsetRead(formula: formula.place, variable: name)
            if current.trigger != .condition, eventlessPlaces.contains(formula.place) {
                untakenReads.append(read)
            } else {
                log.unsetReads.keep(namedMoment, for: read)
            }
        }
    }

    /// Settles what conditions read in the step of another event: they are asked again with the new values,
    /// so it counts only when one of them moved the chart.
    func settleReads(_ microsteps: [Microstep]) {
        if microsteps.contains(where: { $0.event == nil && !$0.transitions.isEmpty }) {
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
