import Statechart

/// What can still happen in one process, from the states that are active: a superset of what will.
///
/// Every transition of a state that is or becomes active may be taken, whatever its guard says; a history may
/// bring back every state below it. Guards are not asked: so no step that can come is missing.
struct StaffingReach {
    /// An act of a state.
    struct Step: Hashable {
        var state: String
        var act: String
        var roles: [RoleReference]
        var isOpen: Bool
    }

    /// A child process that a state or an act begins.
    struct Launch {
        var name: String
        var run: String
        var itemName: String
        /// The list of what the children are about; nil for one child about nothing.
        var list: Formula?
        /// Whether an act says what it is about.
        var isSpawned: Bool
    }

    private(set) var steps: [Step] = []
    private(set) var launches: [Launch] = []
    /// The roles that acts on the way give to somebody.
    private(set) var assigned: Set<String> = []

    /// - Parameter active: the active states; nil for a process that has not begun.
    init(_ definition: ProcessDefinition, active: [String]?) {
        let chart = definition.chart
        var entering = Entering(chart: chart)
        let present = active?.compactMap(chart.index(of:)) ?? []
        entering.explore(from: present, beginning: active == nil)
        let states = Set(present).union(entering.entered).sorted()
        collectSteps(of: states, Set(present), definition)
        collectLaunches(of: states, entering.entered, definition)
    }

    private mutating func collectSteps(
        of states: [Int], _ present: Set<Int>, _ definition: ProcessDefinition
    ) {
        let chart = definition.chart
        steps = states.flatMap { state in
            chart.states[state].transitions.map { chart.transitions[$0] }.flatMap { transition -> [Step] in
                guard let roles = transition.condition?.by, !roles.isEmpty else { return [] }
                return transition.events.map {
                    Step(
                        state: chart.id(state), act: $0.description, roles: roles,
                        isOpen: present.contains(state))
                }
            }
        }.uniqued()
    }

    /// The children of states that are active already run: only an entry to come begins others.
    private mutating func collectLaunches(
        of states: [Int], _ entered: Set<Int>, _ definition: ProcessDefinition
    ) {
        let chart = definition.chart
        for state in states {
            let meaning = definition.states[chart.id(state)]
            let transitions = chart.states[state].transitions.compactMap { chart.transitions[$0].label }
            var actions = transitions.flatMap { definition.transitions[$0]?.actions ?? [] }
            if entered.contains(state) {
                actions += meaning?.actions ?? []
                launches += (meaning?.children ?? []).map {
                    Launch(
                        name: $0.name, run: $0.run, itemName: $0.itemName, list: $0.forEach, isSpawned: false)
                }
            }
            for case .assign(let role, _) in actions { assigned.insert(role) }
            for case .spawn(let name, let run, let itemName, _, _) in actions {
                launches.append(Launch(name: name, run: run, itemName: itemName, list: nil, isSpawned: true))
            }
        }
    }
}

/// The states that some sequence of transitions enters, guards left aside.
private struct Entering {
    let chart: Chart<Guard>
    private(set) var entered: Set<Int> = []
    /// Those that were entered with what they enter by default.
    private var descended: Set<Int> = []
    private var waiting: [Int] = []

    init(chart: Chart<Guard>) { self.chart = chart }

    mutating func explore(from present: [Int], beginning: Bool) {
        waiting = present
        if beginning { for target in chart.states[Chart<Guard>.root].initial.targets { enterDown(target) } }
        while let state = waiting.popLast() {
            for index in chart.states[state].transitions { take(chart.transitions[index]) }
        }
    }

    private mutating func take(_ transition: Transition<Guard>) {
        guard !transition.targets.isEmpty else { return }
        let domain = domain(of: transition)
        for target in transition.targets { enter(target, below: domain) }
    }

    /// The innermost state that is surely not left and entered again.
    private func domain(of transition: Transition<Guard>) -> Int {
        func holds(_ state: Int) -> Bool {
            chart.states[state].kind == .compound
                && transition.targets.allSatisfy { chart.isDescendant($0, of: state) }
        }
        if transition.isInternal, holds(transition.source) { return transition.source }
        return chart.ancestors(of: transition.source, below: Chart<Guard>.root).first(where: holds)
            ?? Chart<Guard>.root
    }

    private mutating func enter(_ state: Int, below domain: Int) {
        for around in chart.ancestors(of: state, below: domain) where around != Chart<Guard>.root {
            add(around)
            guard chart.states[around].kind == .parallel else { continue }
            for region in chart.states[around].children
            where region != state && !chart.isDescendant(state, of: region) { enterDown(region) }
        }
        enterDown(state)
    }

    /// A state with what it enters by default; of a history all that it may bring back.
    private mutating func enterDown(_ index: Int) {
        guard descended.insert(index).inserted else { return }
        let state = chart.states[index]
        if !state.isHistory { add(index) }
        switch state.kind {
        case .atomic, .final: break
        case .compound: for target in state.initial.targets { enter(target, below: index) }
        case .parallel: for region in state.children { enterDown(region) }
        case .shallowHistory, .deepHistory:
            guard let parent = state.parent else { return }
            for inside in parent + 1..<chart.states[parent].end where !chart.states[inside].isHistory {
                add(inside)
            }
            for target in state.initial.targets { enter(target, below: parent) }
        }
    }

    private mutating func add(_ state: Int) {
        if entered.insert(state).inserted { waiting.append(state) }
    }
}
