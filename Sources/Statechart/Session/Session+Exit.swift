/// Leaving states. Source: SCXML 1.0, appendix D (`exitStates`, `exitInterpreter`).
extension Session {
    mutating func exitStates() {
        position.findExits()
        while let index = position.leaveNext() { runExit(of: index) }
    }

    /// Leaves everything, at the end of the session.
    mutating func leaveAllStates() {
        for index in configuration.reversed() {
            runExit(of: index)
            position.configuration.remove(index)
        }
    }

    private mutating func runExit(of index: Int) {
        for block in chart.states[index].onExit { execute(block) }
        if !children.isEmpty { cancelChildren(of: index) }
    }
}
