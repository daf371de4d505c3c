/// The states that a set of transitions enters, and why.
///
/// Source: SCXML 1.0, appendix D (`computeEntrySet` and the procedures below it).
struct EntrySet<Expression: Sendable> {
    let chart: Chart<Expression>
    let history: Chart<Expression>.History
    private(set) var states = StateSet()
    /// Compound states entered by default: the content of their default runs after their entry.
    private(set) var defaults = StateSet()
    /// States that a history brought back.
    private(set) var restored = StateSet()
    /// Parent of a history without memory to that history: the content of its default runs after entry.
    private(set) var emptyHistories: [Int: Int] = [:]
    private var domain = Chart<Expression>.root

    init(chart: Chart<Expression>, history: Chart<Expression>.History) {
        self.chart = chart
        self.history = history
    }

    /// Adds what leads to `targets` from within `domain`, and what they bring with them.
    mutating func add(targets: [Int], within domain: Int) {
        self.domain = domain
        for target in targets { addDescendants(target) }
        for target in chart.effectiveTargets(of: targets, history: history) {
            addAncestors(of: target, below: domain)
        }
    }

    private mutating func addDescendants(_ index: Int) {
        let state = chart.states[index]
        switch state.kind {
        case .shallowHistory, .deepHistory:
            addHistory(state)
        case .compound:
            states.insert(index)
            defaults.insert(index)
            add(state.initial.targets, below: index)
        case .parallel:
            states.insert(index)
            addMissingRegions(of: index)
        case .atomic, .final:
            states.insert(index)
        }
    }

    private mutating func addHistory(_ state: State<Expression>) {
        guard let parent = state.parent else { return }
        // A transition to a history of its own ancestor may stay further in than the history's parent.
        let limit = max(parent, domain)
        guard let remembered = history[state.index] else {
            emptyHistories[parent] = state.index
            add(state.initial.targets, below: limit)
            return
        }
        add(Array(remembered), below: limit)
        for index in remembered {
            restored.insert(index)
            for ancestor in chart.ancestors(of: index, below: parent) { restored.insert(ancestor) }
        }
    }

    private mutating func add(_ targets: [Int], below ancestor: Int) {
        for target in targets { addDescendants(target) }
        for target in targets { addAncestors(of: target, below: ancestor) }
    }

    private mutating func addAncestors(of index: Int, below limit: Int) {
        for ancestor in chart.ancestors(of: index, below: limit) {
            states.insert(ancestor)
            if chart.states[ancestor].kind == .parallel { addMissingRegions(of: ancestor) }
        }
    }

    private mutating func addMissingRegions(of parallel: Int) {
        for region in chart.states[parallel].children
        where !states.intersects(region..<chart.states[region].end) {
            addDescendants(region)
        }
    }
}
