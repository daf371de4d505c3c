import Agreements
import Statechart

/// Which states a transition of each state may enter.
struct EntryGraph {
    private let entered: [[Int]]

    init(_ chart: Chart<Guard>) {
        entered = chart.states.map { state in
            let targets = state.transitions.flatMap { chart.transitions[$0].targets }
            return Array(Self.closure(of: targets, in: chart))
        }
    }

    /// The states that entering these may enter, and some more: they, all around them, and what all those
    /// enter by default; for a history, all that it can restore.
    static func closure(of targets: [Int], in chart: Chart<Guard>) -> StateSet {
        var found = StateSet()
        var waiting = targets
        while let state = waiting.popLast() {
            guard state != Chart<Guard>.root, !found.contains(state) else { continue }
            found.insert(state)
            if let parent = chart.states[state].parent { waiting.append(parent) }
            switch chart.states[state].kind {
            case .compound: waiting += chart.states[state].initial.targets
            case .parallel: waiting += chart.states[state].children
            case .shallowHistory, .deepHistory:
                if let parent = chart.states[state].parent { waiting += parent..<chart.states[parent].end }
            case .atomic, .final: break
            }
        }
        return found
    }

    /// The states that entering one certainly enters: it, and what it enters by default.
    static func certain(of target: Int, in chart: Chart<Guard>) -> StateSet {
        switch chart.states[target].kind {
        case .shallowHistory, .deepHistory: return []
        case .atomic, .final: return [target]
        case .parallel:
            return chart.states[target].children.reduce(into: [target]) { found, child in
                found.formUnion(certain(of: child, in: chart))
            }
        case .compound:
            return chart.states[target].initial.targets.reduce(into: [target]) { found, first in
                found.formUnion(certain(of: first, in: chart))
                found.formUnion(StateSet(chart.ancestors(of: first).prefix { $0 != target }))
            }
        }
    }

    /// The states from which a way leads to one that `isGoal`, itself included, without passing `avoided`.
    func sources(reaching isGoal: (Int) -> Bool, avoiding avoided: Range<Int>?) -> StateSet {
        var reaching = StateSet(entered.indices.filter { !(avoided?.contains($0) ?? false) && isGoal($0) })
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for state in entered.indices
            where !reaching.contains(state) && !(avoided?.contains(state) ?? false) {
                guard entered[state].contains(where: reaching.contains) else { continue }
                reaching.insert(state)
                isGrowing = true
            }
        }
        return reaching
    }
}
