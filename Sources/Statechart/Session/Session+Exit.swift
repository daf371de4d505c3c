/// Leaving states. Source: SCXML 1.0, appendix D (`exitStates`, `exitInterpreter`).
extension Session {
    mutating func exitStates(of transitions: [Transition<Expression>]) {
        let leaving = chart.exitSet(of: transitions, from: configuration, history: history)
        for index in leaving {
            toInvoke.remove(index)
            remember(index)
        }
        for index in leaving.reversed() {
            exit(index)
            current.trace.microsteps[current.trace.microsteps.count - 1].exited.append(chart.id(index))
        }
    }

    /// Leaves everything, at the end of the session.
    mutating func leaveAllStates() {
        for index in configuration.reversed() { exit(index) }
    }

    private mutating func remember(_ index: Int) {
        for recorder in chart.states[index].histories {
            let isDeep = chart.states[recorder].kind == .deepHistory
            history[recorder] = StateSet(
                configuration.filter { active in
                    isDeep
                        ? chart.states[active].isAtomic && chart.isDescendant(active, of: index)
                        : chart.states[active].parent == index
                })
        }
    }

    private mutating func exit(_ index: Int) {
        for block in chart.states[index].onExit { execute(block) }
        cancelChildren(of: index)
        configuration.remove(index)
    }
}
