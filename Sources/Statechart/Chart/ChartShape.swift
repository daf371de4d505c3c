/// The tree of a chart as numbers, shared by its sessions.
///
/// Expressions and content have no part in it, so its code is compiled once for every data model.
final class ChartShape: Sendable {
    /// No state: the parent of the chart itself, the domain of a targetless transition.
    static let none = -1
    /// The chart itself.
    static let root = 0

    let ids: [String]
    let indices: [String: Int]
    let kinds: [StateKind]
    let parents: [Int]
    /// The first index after the subtree of each state.
    let ends: [Int]
    /// Children that can be active.
    let children: [[Int]]
    let histories: [[Int]]
    /// Where compound states and histories lead by default.
    let defaults: [[Int]]
    let leaves: StateSet
    /// The same as ``children``, in one piece.
    private let regions: FlatLists
    /// Of each state, the children that are final.
    private let finals: FlatLists

    init<Expression>(_ states: [State<Expression>], _ indices: [String: Int]) {
        self.indices = indices
        ids = states.map(\.id)
        kinds = states.map(\.kind)
        parents = states.map { $0.parent ?? Self.none }
        ends = states.map(\.end)
        children = states.map(\.children)
        histories = states.map(\.histories)
        defaults = states.map(\.initial.targets)
        regions = FlatLists(children)
        finals = FlatLists(children.map { $0.filter { states[$0].kind == .final } })
        leaves = StateSet(states.lazy.filter(\.isAtomic).map(\.index))
    }

    /// The indices inside a state.
    func inside(_ index: Int) -> Range<Int> { index + 1..<ends[index] }

    /// Whether `index` lies inside `ancestor`; no state lies inside itself.
    func isDescendant(_ index: Int, of ancestor: Int) -> Bool {
        index > ancestor && index < ends[ancestor]
    }

    /// Whether a state has come to its end: a final child is active, or, if parallel, each region has.
    func isDone(_ index: Int, in configuration: StateSet) -> Bool {
        switch kinds[index] {
        case .compound:
            for place in finals.places(index) where configuration.contains(finals.items[place]) {
                return true
            }
            return false
        case .parallel:
            for place in regions.places(index) where !isDone(regions.items[place], in: configuration) {
                return false
            }
            return true
        case .atomic, .final, .shallowHistory, .deepHistory: return false
        }
    }
}
