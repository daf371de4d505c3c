/// The states that a transition enters, and why.
///
/// Source: SCXML 1.0, appendix D (`computeEntrySet` and the procedures below it).
struct EntrySet: Sendable {
    let shape: ChartShape
    private(set) var states = StateSet()
    /// Compound states entered by default: the content of their default runs after their entry.
    private(set) var defaults = StateSet()
    /// States that a history brought back.
    private(set) var restored = StateSet()
    /// Whether the set depends on what histories remember.
    private(set) var metHistory = false
    /// Histories without memory, with their parents: the content of their default runs after its entry.
    private var emptyHistories: [(parent: Int, history: Int)] = []
    private var domain = ChartShape.root

    init(_ shape: ChartShape) { self.shape = shape }

    /// How and why one of the states is entered.
    func entry(of index: Int) -> Move.Entry {
        Move.Entry(
            index: index, isDefault: defaults.contains(index), isRestored: restored.contains(index),
            emptyHistory: emptyHistories.last { $0.parent == index }?.history)
    }

    mutating func removeAll() {
        states.removeAll()
        defaults.removeAll()
        restored.removeAll()
        emptyHistories.removeAll(keepingCapacity: true)
    }

    /// Adds what leads to `targets` from within `domain`, and what they bring with them.
    mutating func add(targets: [Int], within domain: Int, history: ChartShape.History) {
        self.domain = domain
        for target in targets { addDescendants(target, history) }
        for target in shape.effectiveTargets(of: targets, history: history) {
            addAncestors(of: target, below: domain, history)
        }
    }

    private mutating func addDescendants(_ index: Int, _ history: ChartShape.History) {
        switch shape.kinds[index] {
        case .shallowHistory, .deepHistory:
            addHistory(index, history)
        case .compound:
            states.insert(index)
            defaults.insert(index)
            add(shape.defaults[index], below: index, history)
        case .parallel:
            states.insert(index)
            addMissingRegions(of: index, history)
        case .atomic, .final:
            states.insert(index)
        }
    }

    private mutating func addHistory(_ index: Int, _ history: ChartShape.History) {
        metHistory = true
        let parent = shape.parents[index]
        // A transition to a history of its own ancestor may stay further in than the history's parent.
        let limit = max(parent, domain)
        guard let remembered = history[index] else {
            emptyHistories.append((parent, index))
            return add(shape.defaults[index], below: limit, history)
        }
        for state in remembered { addDescendants(state, history) }
        for state in remembered {
            addAncestors(of: state, below: limit, history)
            restore(state, below: parent)
        }
    }

    private mutating func restore(_ index: Int, below parent: Int) {
        var next = index
        while next > parent {
            restored.insert(next)
            next = shape.parents[next]
        }
    }

    private mutating func add(_ targets: [Int], below ancestor: Int, _ history: ChartShape.History) {
        for target in targets { addDescendants(target, history) }
        for target in targets { addAncestors(of: target, below: ancestor, history) }
    }

    private mutating func addAncestors(of index: Int, below limit: Int, _ history: ChartShape.History) {
        var ancestor = shape.parents[index]
        while ancestor != ChartShape.none, ancestor != limit {
            states.insert(ancestor)
            if shape.kinds[ancestor] == .parallel { addMissingRegions(of: ancestor, history) }
            ancestor = shape.parents[ancestor]
        }
    }

    private mutating func addMissingRegions(of parallel: Int, _ history: ChartShape.History) {
        for region in shape.children[parallel] where !states.intersects(region..<shape.ends[region]) {
            addDescendants(region, history)
        }
    }
}
