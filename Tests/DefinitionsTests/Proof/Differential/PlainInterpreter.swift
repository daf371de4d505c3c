/// Appendix D of SCXML 1.0 written down once more, as plainly as it is there, over numbers.
///
/// It shares no code with the product. Variables are served as the engine serves them: what a microstep sets
/// counts for the states that the macrostep has entered and for the ends of parts; the other eventless transitions
/// are asked of the values from before it.
struct PlainInterpreter {
    /// Everything that the future depends on.
    struct State: Hashable {
        var configuration = Bits()
        /// The remembered states by state; empty where nothing was remembered.
        var history: [Bits]
        var variables = [Bool?](repeating: nil, count: SmallChart.variables)
        var isFinished = false
    }

    /// What was seen on the way.
    struct Marks {
        var entered = Bits()
        var taken = Bits()
    }

    let tree: SmallTree
    private(set) var state: State
    private(set) var marks = Marks()
    private var facts: [Bool] = []
    private var internalQueue: [Int] = []
    private var settings: [SmallChart.Setting] = []
    /// The values before the macrostep, and the states that it has entered.
    private var former: [Bool?] = []
    private var fresh = Bits()
    private var chart: SmallChart { tree.chart }

    /// The most microsteps of one macrostep; the product's limit is higher, and no small chart comes near it.
    private static let microstepsMax = 100
    /// From so many on it is watched whether it goes round.
    private static let microstepsPlain = 8

    /// What the next microstep depends on.
    private struct Moment: Hashable {
        var state: State
        var queue: [Int]
    }

    init(_ tree: SmallTree, _ state: State? = nil) {
        self.tree = tree
        self.state = state ?? State(history: [Bits](repeating: Bits(), count: tree.chart.nodes.count))
        former = self.state.variables
    }

    // MARK: One macrostep

    /// Enters the initial state and runs to rest; false when there is none.
    mutating func start(_ facts: [Bool]) -> Bool {
        self.facts = facts
        enter([[.state(chart.nodes[0].initial ?? 1)]], domains: [0])
        set()
        return rest()
    }

    /// Serves an event (nil: only looks whether a condition holds by now); false when it comes to no rest.
    mutating func serve(_ event: Int?, _ facts: [Bool]) -> Bool {
        self.facts = facts
        (former, fresh) = (state.variables, Bits())
        guard !state.isFinished else { return true }
        if let event {
            let enabled = select(.event(event))
            if !enabled.isEmpty { microstep(enabled) }
        }
        return rest()
    }

    /// Whether an eventless transition is enabled with the variables as they are now.
    func wantsMore(_ facts: [Bool]) -> Bool {
        var looking = self
        looking.facts = facts
        return !state.isFinished && !looking.select(.always).isEmpty
    }

    /// Eventless transitions first, then the oldest internal event, until there is neither.
    private mutating func rest() -> Bool {
        var seen: Set<Moment> = []
        for number in 0..<Self.microstepsMax {
            guard !state.isFinished else { break }
            if number >= Self.microstepsPlain {
                guard seen.insert(Moment(state: state, queue: internalQueue)).inserted else { return false }
            }
            var enabled = select(.always)
            while enabled.isEmpty, !internalQueue.isEmpty {
                enabled = select(.done, of: internalQueue.removeFirst())
            }
            if enabled.isEmpty { break }
            microstep(enabled)
        }
        return state.isFinished || (internalQueue.isEmpty && select(.always).isEmpty)
    }

    // MARK: Selection

    private func select(_ trigger: SmallChart.Trigger, of done: Int? = nil) -> [Int] {
        var enabled: [Int] = []
        for leaf in state.configuration.intersection(tree.leaves).numbers {
            guard let chosen = firstEnabled(from: leaf, trigger, done), !enabled.contains(chosen) else {
                continue
            }
            enabled.append(chosen)
        }
        return enabled.count < 2 ? enabled : withoutConflicts(enabled)
    }

    private func firstEnabled(from leaf: Int, _ trigger: SmallChart.Trigger, _ done: Int?) -> Int? {
        if let own = firstEnabled(in: leaf, trigger, done) { return own }
        for ancestor in tree.ancestors[leaf] {
            if let outer = firstEnabled(in: ancestor, trigger, done) { return outer }
        }
        return nil
    }

    private func firstEnabled(in state: Int, _ trigger: SmallChart.Trigger, _ done: Int?) -> Int? {
        for index in tree.arrows[state] where chart.arrows[index].trigger == trigger {
            guard done == nil || done == state else { continue }
            guard let condition = chart.arrows[index].condition else { return index }
            let isCome = trigger != .always || fresh.contains(state)
            if condition.value(isCome ? self.state.variables : former, facts) == true { return index }
        }
        return nil
    }

    private func withoutConflicts(_ enabled: [Int]) -> [Int] {
        var kept: [Int] = []
        for first in enabled {
            var isPreempted = false
            var removed: [Int] = []
            for second in kept where exitSet([first]).meets(exitSet([second])) {
                if tree.isDescendant(chart.arrows[first].source, of: chart.arrows[second].source) {
                    removed.append(second)
                } else {
                    isPreempted = true
                    break
                }
            }
            if !isPreempted { kept = kept.filter { !removed.contains($0) } + [first] }
        }
        return kept
    }

    private func exitSet(_ arrows: [Int]) -> Bits {
        var exited = Bits()
        for arrow in arrows {
            guard let domain = domain(of: arrow) else { continue }
            exited.formUnion(state.configuration.intersection(tree.inside[domain]))
        }
        return exited
    }

    /// The least common compound ancestor of source and targets; nil where there is no target.
    private func domain(of arrow: Int) -> Int? {
        let targets = effectiveTargets(chart.arrows[arrow].targets)
        guard !targets.isEmpty else { return nil }
        return tree.ancestors[chart.arrows[arrow].source].first { ancestor in
            chart.nodes[ancestor].kind == .compound && targets.isSubset(of: tree.inside[ancestor])
        }
    }

    private func effectiveTargets(_ targets: [SmallChart.Target]) -> Bits {
        var found = Bits()
        for target in targets {
            switch target {
            case .state(let state): found.insert(state)
            case .history(let state): found.formUnion(remembered(state))
            }
        }
        return found
    }

    private func remembered(_ parent: Int) -> Bits {
        guard state.history[parent].isEmpty else { return state.history[parent] }
        return Bits(chart.nodes[parent].initial.map { [$0] } ?? tree.children[parent])
    }

    // MARK: Movement

    private mutating func microstep(_ enabled: [Int]) {
        marks.taken.formUnion(Bits(enabled))
        exit(exitSet(enabled))
        for arrow in enabled { settings += chart.arrows[arrow].settings }
        enter(enabled.map { chart.arrows[$0].targets }, domains: enabled.map { domain(of: $0) ?? 0 })
        set()
    }

    private mutating func set() {
        for setting in settings { state.variables[setting.variable] = setting.value }
        settings = []
    }

    private mutating func exit(_ states: Bits) {
        for parent in states.numbers where !tree.children[parent].isEmpty {
            state.history[parent] = state.configuration.intersection(tree.leaves)
                .intersection(tree.inside[parent])
        }
        state.configuration.subtract(states)
    }

    private mutating func enter(_ moves: [[SmallChart.Target]], domains: [Int]) {
        var entering = Bits()
        for (targets, domain) in zip(moves, domains) {
            for target in targets { addDescendants(target, &entering) }
            for target in effectiveTargets(targets).numbers {
                addAncestors(target, upTo: domain, &entering)
            }
        }
        // Section 3.13: what is active and was not left is not entered again, though the procedure of the
        // appendix would add it when a history of an ancestor is the target.
        entering.subtract(state.configuration)
        for state in entering.numbers { enter(state) }
    }

    private mutating func enter(_ entered: Int) {
        state.configuration.insert(entered)
        marks.entered.insert(entered)
        fresh.insert(entered)
        settings += chart.nodes[entered].settings
        guard chart.nodes[entered].kind == .final else { return }
        let parent = chart.nodes[entered].parent
        guard parent != 0 else {
            state.isFinished = true
            return
        }
        internalQueue.append(parent)
        let around = chart.nodes[parent].parent
        if chart.nodes[around].kind == .parallel, tree.children[around].allSatisfy(isInFinal) {
            internalQueue.append(around)
        }
    }

    private func isInFinal(_ state: Int) -> Bool {
        switch chart.nodes[state].kind {
        case .compound:
            tree.children[state].contains {
                chart.nodes[$0].kind == .final && self.state.configuration.contains($0)
            }
        case .parallel: tree.children[state].allSatisfy(isInFinal)
        case .atomic, .final: false
        }
    }

    private func addDescendants(_ target: SmallChart.Target, _ entering: inout Bits) {
        guard case .state(let state) = target else {
            let inside = remembered(target.state).numbers
            for state in inside { addDescendants(.state(state), &entering) }
            for state in inside { addAncestors(state, upTo: target.state, &entering) }
            return
        }
        entering.insert(state)
        switch chart.nodes[state].kind {
        case .compound:
            guard let initial = chart.nodes[state].initial else { return }
            addDescendants(.state(initial), &entering)
            addAncestors(initial, upTo: state, &entering)
        case .parallel: addRegions(of: state, &entering)
        case .atomic, .final: break
        }
    }

    private func addAncestors(_ state: Int, upTo limit: Int, _ entering: inout Bits) {
        for ancestor in tree.ancestors[state] {
            guard ancestor != limit, ancestor != 0 else { return }
            entering.insert(ancestor)
            if chart.nodes[ancestor].kind == .parallel { addRegions(of: ancestor, &entering) }
        }
    }

    private func addRegions(of parallel: Int, _ entering: inout Bits) {
        for region in tree.children[parallel]
        where !entering.meets(tree.inside[region]) && !entering.contains(region) {
            addDescendants(.state(region), &entering)
        }
    }
}
