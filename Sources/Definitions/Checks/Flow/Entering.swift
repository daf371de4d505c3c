/// What becomes active when a transition is taken, as SCXML's appendix D enters states.
struct Entering {
    let outline: Outline

    /// The states that a process enters when it starts.
    var initial: Set<Int> { outline.initial.map(byDefault) ?? [] }

    /// The states that a transition may enter; all inside a state that is entered through its history.
    func states(of transition: TransitionDraft) -> Set<Int> {
        let targets = transition.targets
        let domain = domain(from: transition.source, to: targets.map(\.state))
        var states: Set<Int> = []
        for target in targets {
            for around in outline.chain(target.state).dropFirst().prefix(while: { $0 != domain }) {
                states.insert(around)
                guard outline.states[around].kind == .parallel else { continue }
                for region in outline.states[around].children
                where !targets.contains(where: { outline.chain($0.state).contains(region) }) {
                    enterDown(region, &states)
                }
            }
            switch target {
            case .state(let state): enterDown(state, &states)
            case .history(let state): states.formUnion(outline.subtree(state))
            }
        }
        return states
    }

    /// The innermost compound state around the source and all targets, which stays active; nil for the
    /// process.
    func domain(from source: Int, to targets: [Int]) -> Int? {
        outline.chain(source).dropFirst().first { around in
            outline.states[around].kind == .compound
                && targets.allSatisfy { $0 != around && outline.chain($0).contains(around) }
        }
    }

    /// The state and what is entered with it when nothing else is said.
    func byDefault(_ state: Int) -> Set<Int> {
        var states: Set<Int> = []
        enterDown(state, &states)
        return states
    }

    /// The states that history may bring back, which no way enters anew.
    func restored(by transition: TransitionDraft) -> Set<Int> {
        transition.targets.reduce(into: []) { states, target in
            guard case .history(let state) = target else { return }
            states.formUnion(outline.subtree(state))
            states.subtract(byDefault(state))
        }
    }

    private func enterDown(_ state: Int, _ states: inout Set<Int>) {
        states.insert(state)
        switch outline.states[state].kind {
        case .compound: if let initial = outline.states[state].initial { enterDown(initial, &states) }
        case .parallel: for region in outline.states[state].children { enterDown(region, &states) }
        case .atomic, .final: break
        }
    }
}

extension TransitionDraft.Target {
    /// The state that is entered, or whose history is.
    var state: Int {
        switch self {
        case .state(let state), .history(let state): state
        }
    }
}
