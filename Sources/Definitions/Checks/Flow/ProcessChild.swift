import Agreements

/// A child process that a process starts: declared by a state, or spawned by an action.
struct ProcessChild {
    var name: String
    var run: String
    /// The state that it belongs to.
    var owner: Int
    /// The name of what it is about; nil where it is about nothing.
    var item: String?
    /// The list whose elements it is about, or the value.
    var source: Formula?
    var isSpawned: Bool
    /// The transition that spawns it; nil where a state starts it.
    var transition: Int?
}

extension ProcessDraft {
    /// The children that its states and transitions start, in document order.
    var children: [ProcessChild] {
        let declared = states.enumerated().flatMap { owner, state in
            state.children.map { child in
                ProcessChild(
                    name: child.name, run: child.run, owner: owner,
                    item: child.forEach == nil ? nil : child.itemName, source: child.forEach, isSpawned: false
                )
            }
        }
        let byStates = states.enumerated().flatMap { owner, state in
            state.actions.compactMap { spawned($0, owner, nil) }
        }
        let byTransitions = transitions.enumerated().flatMap { index, transition in
            transition.definition.actions.compactMap { spawned($0, transition.source, index) }
        }
        return declared + byStates + byTransitions
    }

    private func spawned(_ action: ActionDefinition, _ state: Int, _ transition: Int?) -> ProcessChild? {
        guard case .spawn(let name, let run, let itemName, let item, let of) = action else { return nil }
        return ProcessChild(
            name: name, run: run, owner: outline.states.firstIndex { $0.path == of } ?? state, item: itemName,
            source: item, isSpawned: true, transition: transition)
    }
}
