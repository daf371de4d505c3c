extension Deliberation {
    /// Tells a process that the children which one of its states waits for are there; false when none are.
    mutating func joinChildren() throws(Refusal) -> Bool {
        for path in activePaths {
            guard let process = agreement.processes[path],
                let definition = workflow.processes[process.definition]
            else { continue }
            for state in definition.activeStates(of: process) where isJoined(state, of: process) {
                let event = "joined.\(state.id)"
                if definition.expects(event, process),
                    try deliver(Delivery(named: event, to: path, authority: .system("join")))
                {
                    return true
                }
            }
        }
        return false
    }

    private func isJoined(_ state: StateDefinition, of process: Process) -> Bool {
        let awaited = state.children.filter(\.isAwaited)
        return !awaited.isEmpty
            && awaited.allSatisfy { definition in
                let children = agreement.children(of: process.path).filter {
                    $0.owner == state.id && $0.name == definition.name
                }
                let ended = children.filter { $0.status == .ended }.count
                switch definition.join {
                case .all: return ended == children.count
                case .any: return ended > 0
                case .atLeast(let count): return ended >= count
                case .when(let formula): return formula.holds(bindings(for: process.path), noting: ReadLog())
                case .none: return true
                }
            }
    }
}

extension ChildrenDefinition {
    /// Whether the state waits for them.
    fileprivate var isAwaited: Bool { if case .none = join { false } else { true } }
}
