/// The transitions that a session takes without asking any expression, as flat lists.
///
/// Such a transition has neither condition nor content, meets no history, and neither leaves nor enters a
/// state with content, data or children. Each costs a few words here.
struct PlainMoves: Sendable {
    /// One transition.
    struct PlainMove: Sendable {
        /// The states that it leaves, as far as they are active.
        let inside: Range<Int>
        /// Its stretch of ``PlainMoves/entries``.
        let entries: Range<Int>
    }

    /// A state to enter.
    struct PlainEntry: Sendable {
        let index: Int
        let isFinal: Bool
    }

    let entries: [PlainEntry]
    /// By the number of the transition; nothing for one that is not plain.
    private let moves: [PlainMove?]
    /// For each state, the rows of the events that trigger a transition of it, and the first such transition.
    private let rows: FlatLists
    private let firsts: FlatLists

    init(_ moves: [Move], _ duties: [ChartPlan.Duties], _ shape: ChartShape, _ triggers: TriggerIndex) {
        let quiet = Self.quietStates(duties, shape)
        var entries: [PlainEntry] = []
        self.moves = moves.map { move in
            guard let list = Self.plainEntries(of: move, duties, quiet, shape) else { return nil }
            let first = entries.count
            entries += list.map { PlainEntry(index: $0, isFinal: shape.kinds[$0] == .final) }
            let domain = move.domain(in: shape, history: [:])
            return PlainMove(
                inside: domain == ChartShape.none ? 0..<0 : shape.inside(domain),
                entries: first..<entries.count)
        }
        self.entries = entries
        (rows, firsts) = Self.firstTriggers(moves, states: shape.kinds.count, triggers)
    }

    subscript(transition: Int) -> PlainMove? { moves[transition] }

    /// The first transition of a state that an event triggers, given by its row, ``ChartShape/none`` if none.
    ///
    /// O(log of the rows in which the state has transitions).
    func first(of state: Int, in row: Int) -> Int {
        let places = rows.places(state)
        var (low, high) = (places.lowerBound, places.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if rows.items[middle] < row { low = middle + 1 } else { high = middle }
        }
        guard low < places.upperBound, rows.items[low] == row else { return ChartShape.none }
        return firsts.items[low]
    }

    // MARK: Working out

    /// Whether leaving whatever lies inside a state runs nothing and makes no history record.
    private static func quietStates(_ duties: [ChartPlan.Duties], _ shape: ChartShape) -> [Bool] {
        var quiet = Array(repeating: true, count: shape.kinds.count)
        for state in shape.kinds.indices.reversed() {
            let isLoud =
                !duties[state].isDisjoint(with: [.exit, .invokes]) || !shape.histories[state].isEmpty
            let parent = shape.parents[state]
            if parent != ChartShape.none, isLoud || !quiet[state] { quiet[parent] = false }
        }
        return quiet
    }

    private static func plainEntries(
        of move: Move, _ duties: [ChartPlan.Duties], _ quiet: [Bool], _ shape: ChartShape
    ) -> [Int]? {
        guard !move.hasCondition, !move.hasContent, let entries = move.entries else { return nil }
        let domain = move.domain(in: shape, history: [:])
        guard domain == ChartShape.none || quiet[domain] else { return nil }
        guard entries.allSatisfy({ duties[$0.index].isEmpty && $0.emptyHistory == nil }) else { return nil }
        return entries.map(\.index)
    }

    private static func firstTriggers(
        _ moves: [Move], states: Int, _ triggers: TriggerIndex
    ) -> (rows: FlatLists, firsts: FlatLists) {
        var rows: [[Int]] = Array(repeating: [], count: states)
        var firsts = rows
        for (number, row) in triggers.rows.enumerated() {
            for transition in row.transitions where rows[moves[transition].source].last != number {
                rows[moves[transition].source].append(number)
                firsts[moves[transition].source].append(transition)
            }
        }
        return (FlatLists(rows), FlatLists(firsts))
    }
}
