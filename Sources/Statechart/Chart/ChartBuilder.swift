/// Numbers the states of a description, then finds their targets, noting all that is wrong on the way.
struct ChartBuilder<Expression: Sendable> {
    private(set) var states: [State<Expression>] = []
    private(set) var transitions: [Transition<Expression>] = []
    private(set) var indices: [String: Int] = [:]
    private(set) var findings: [InvalidChart.Finding] = []
    private var nodes: [StateNode<Expression>] = []
    private var isFull = false

    mutating func build(_ root: StateNode<Expression>) {
        number(root, parent: nil, depth: 0)
        guard !isFull else { return }
        for index in states.indices {
            check(index)
            resolveDefault(of: index)
            resolveTransitions(of: index)
        }
    }

    mutating func report(_ problem: ChartProblem, _ index: Int) {
        findings.append(.init(state: states[index].id, problem: problem))
    }

    // MARK: Numbering

    private mutating func number(_ node: StateNode<Expression>, parent: Int?, depth: Int) {
        let index = states.count
        states.append(state(node, index: index, parent: parent))
        nodes.append(node)
        if let parent { register(index, parent: parent) }
        if depth > Chart<Expression>.nestingMax {
            report(.nestingTooDeep(max: Chart<Expression>.nestingMax), index)
        } else if index > Chart<Expression>.statesMax {
            if !isFull { report(.tooManyStates(max: Chart<Expression>.statesMax), index) }
            isFull = true
        } else {
            for child in node.children where !isFull { number(child, parent: index, depth: depth + 1) }
        }
        states[index].end = states.count
    }

    private func state(_ node: StateNode<Expression>, index: Int, parent: Int?) -> State<Expression> {
        State(
            id: node.id ?? "#\(index)", index: index, kind: kind(node), parent: parent, end: index + 1,
            onEntry: node.onEntry, onExit: node.onExit, transitions: 0..<0, invokes: node.invokes,
            data: node.data, doneData: node.doneData)
    }

    private func kind(_ node: StateNode<Expression>) -> State<Expression>.Kind {
        switch node.kind {
        case .state: nodes.isEmpty || !node.children.isEmpty ? .compound : .atomic
        case .parallel: .parallel
        case .final: .final
        case .shallowHistory: .shallowHistory
        case .deepHistory: .deepHistory
        }
    }

    private mutating func register(_ index: Int, parent: Int) {
        if states[index].isHistory {
            states[parent].histories.append(index)
        } else {
            states[parent].children.append(index)
        }
        if indices.updateValue(index, forKey: states[index].id) != nil { report(.duplicateID, index) }
    }

    // MARK: Rules

    private mutating func check(_ index: Int) {
        let node = nodes[index]
        let state = states[index]
        if state.kind == .compound || state.kind == .parallel, state.children.isEmpty {
            report(.noStates, index)
        }
        if state.isHistory, node.initial?.targets.isEmpty ?? true { report(.historyWithoutDefault, index) }
        for what in misplaced(node, state) { report(.misplaced(what), index) }
    }

    private func misplaced(_ node: StateNode<Expression>, _ state: State<Expression>) -> [String] {
        let isRoot = state.parent == nil
        let isLeaf = state.isAtomic || state.isHistory
        let hasContent = !(node.onEntry.isEmpty && node.onExit.isEmpty)
        let rules: [(Bool, String)] = [
            (isRoot && node.kind != .state, "another kind than a chart can have"),
            (isRoot && (hasContent || !node.invokes.isEmpty), "content of its own, though it is the chart"),
            (isLeaf && !node.children.isEmpty, "states inside, though it cannot"),
            (isRoot && !state.histories.isEmpty, "a history, though it is the chart"),
            (
                node.initial != nil && (state.isAtomic || state.kind == .parallel),
                "a default, though it needs none"
            ),
            (state.isHistory && (hasContent || !node.invokes.isEmpty), "content, though it is a history"),
            (
                (isRoot || isLeaf && state.kind != .atomic) && !node.transitions.isEmpty,
                "transitions, though it cannot"
            ),
            (
                state.kind == .parallel && state.children.contains { states[$0].kind == .final },
                "a final region"
            ),
            (state.kind == .final && !node.invokes.isEmpty, "a child session, though it is final"),
        ]
        return rules.filter(\.0).map(\.1)
    }

    // MARK: Targets

    private mutating func resolveDefault(of index: Int) {
        let state = states[index]
        guard state.kind == .compound || state.isHistory else { return }
        guard let initial = nodes[index].initial else {
            states[index].initial = .init(targets: state.children.first.map { [$0] } ?? [], content: [])
            return
        }
        if initial.targets.isEmpty, !state.isHistory { report(.defaultWithoutTarget, index) }
        let targets = resolve(initial.targets, from: index)
        let scope = state.isHistory ? state.parent ?? index : index
        for target in targets where !(scope + 1..<states[scope].end).contains(target) {
            report(.initialOutside(states[target].id), index)
        }
        for target in targets where state.isHistory && states[target].isHistory {
            report(.historyDefaultIsHistory(states[target].id), index)
        }
        states[index].initial = .init(targets: targets, content: initial.content)
    }

    private mutating func resolveTransitions(of index: Int) {
        let first = transitions.count
        for node in nodes[index].transitions {
            transitions.append(
                Transition(
                    index: transitions.count, source: index, targets: resolve(node.targets, from: index),
                    events: node.events.map {
                        node.isExact ? EventDescriptor(exactly: $0) : EventDescriptor($0)
                    }, condition: node.condition,
                    isInternal: node.isInternal, content: node.content, label: node.label))
        }
        states[index].transitions = first..<transitions.count
    }

    private mutating func resolve(_ ids: [String], from index: Int) -> [Int] {
        var targets: [Int] = []
        for id in ids {
            guard let target = indices[id] else {
                report(.unknownTarget(id), index)
                continue
            }
            if let rival = targets.first(where: { !canCoexist($0, target) }) {
                report(.conflictingTargets(states[rival].id, id), index)
                return targets
            }
            targets.append(target)
        }
        return targets
    }

    /// Two targets can be active together when they lie in different regions of a parallel state; a history
    /// stands for anything inside its parent.
    private func canCoexist(_ a: Int, _ b: Int) -> Bool {
        let (a, b) = (place(a), place(b))
        guard a != b, !isAncestor(a, of: b), !isAncestor(b, of: a) else { return false }
        var common = states[a].parent
        while let candidate = common, !isAncestor(candidate, of: b) { common = states[candidate].parent }
        return common.map { states[$0].kind == .parallel } ?? false
    }

    private func place(_ index: Int) -> Int {
        states[index].isHistory ? states[index].parent ?? index : index
    }

    private func isAncestor(_ a: Int, of b: Int) -> Bool {
        (a + 1..<states[a].end).contains(b)
    }
}
