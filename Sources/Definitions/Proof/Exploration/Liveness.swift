import Agreements
import Statechart

/// From which states a way leads to reading a variable or a history before it is written anew.
///
/// What nobody can read any more is left out of a ``Situation``: that changes nothing that can happen, and
/// keeps their number small.
struct Liveness {
    /// By variable: the states from which it may still be read.
    private(set) var variables: [StateSet]
    /// By history state: the states from which it may be read before it is written anew.
    private var histories: [Int: StateSet] = [:]
    /// By history state that nothing inside its parent leads to: the parent, which writes it anew when it is left.
    private var writers: [Int: Int] = [:]

    init(
        _ reading: ProcessReading, _ formulas: FormulaTable, childReads: [String: Set<String>],
        always: Set<Int>
    ) {
        let graph = EntryGraph(reading.chart)
        let live = LiveVariables(reading, formulas, childReads: childReads)
        let all = StateSet(reading.chart.states.indices)
        variables = formulas.names.indices.map { always.contains($0) ? all : live.states(reading: $0) }
        for history in reading.chart.states where history.isHistory {
            guard let parent = history.parent else { continue }
            let aiming = reading.chart.transitions.filter { $0.targets.contains(history.index) }.map(\.source)
            let isRead = aiming.contains { $0 == parent || reading.chart.isDescendant($0, of: parent) }
            if !isRead { writers[history.index] = parent }
            let inside = parent..<reading.chart.states[parent].end
            histories[history.index] =
                isRead ? all : graph.sources(reaching: { aiming.contains($0) }, avoiding: inside)
        }
    }

    /// Whether what a history remembers may still be read: not where its parent is active, since whatever leads to the
    /// history from elsewhere leaves the parent first.
    func mayRead(_ history: Int, in configuration: StateSet) -> Bool {
        if let writer = writers[history], configuration.contains(writer) { return false }
        return !(histories[history]?.isDisjoint(with: configuration) ?? true)
    }
}
