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
    private(set) var histories: [Int: StateSet] = [:]

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
            histories[history.index] = Self.readers(of: history.index, parent, reading.chart, graph)
        }
    }

    /// The parent writes it when it is left, so nothing that happens inside counts, but for a transition from
    /// there to the history itself.
    private static func readers(
        of history: Int, _ parent: Int, _ chart: Chart<Guard>, _ graph: EntryGraph
    ) -> StateSet {
        let aiming = chart.transitions.filter { $0.targets.contains(history) }.map(\.source)
        if aiming.contains(where: { $0 == parent || chart.isDescendant($0, of: parent) }) {
            return StateSet(chart.states.indices)
        }
        let inside = parent..<chart.states[parent].end
        return graph.sources(reaching: { aiming.contains($0) }, avoiding: inside)
    }
}
