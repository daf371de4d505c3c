/// The steps between situations, by number, for questions about what can still be reached.
struct SituationGraph {
    private let sources: [[Int]]
    /// Whether a step leads from a situation to another one.
    let moves: [Bool]

    init(count: Int, edges: [Explorer.Edge]) {
        var sources = [[Int]](repeating: [], count: count)
        var moves = [Bool](repeating: false, count: count)
        for edge in edges where edge.from >= 0 {
            sources[edge.to].append(edge.from)
            if edge.from != edge.to { moves[edge.from] = true }
        }
        self.sources = sources
        self.moves = moves
    }

    /// By situation: whether a way leads from it to one of `goals`.
    func reaching(_ goals: [Int]) -> [Bool] {
        var reaching = [Bool](repeating: false, count: sources.count)
        var waiting = goals
        for goal in goals { reaching[goal] = true }
        while let situation = waiting.popLast() {
            for source in sources[situation] where !reaching[source] {
                reaching[source] = true
                waiting.append(source)
            }
        }
        return reaching
    }
}
