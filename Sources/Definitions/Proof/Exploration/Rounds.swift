/// The rounds in which steps lead: for each the steps between situations that lead to each other.
struct Rounds {
    private var waiting: [[Explorer.Edge]] = []

    init(edges: [Explorer.Edge]) { add(edges) }

    /// The next round; nil when there is none.
    mutating func next() -> [Explorer.Edge]? { waiting.popLast() }

    /// Adds the rounds among some steps.
    mutating func add(_ edges: [Explorer.Edge]) {
        let after = Dictionary(grouping: edges, by: \.from).mapValues { $0.map(\.to) }
        let before = Dictionary(grouping: edges, by: \.to).mapValues { $0.map(\.from) }
        var rest = Set(after.keys)
        while let node = rest.min() {
            let round = Self.reached(from: node, by: after).intersection(Self.reached(from: node, by: before))
            rest.subtract(round)
            rest.remove(node)
            let steps = edges.filter { round.contains($0.from) && round.contains($0.to) }
            if !steps.isEmpty { waiting.append(steps) }
        }
    }

    /// The situations that a way of at least one step leads to.
    private static func reached(from node: Int, by next: [Int: [Int]]) -> Set<Int> {
        var reached: Set<Int> = []
        var waiting = next[node] ?? []
        while let one = waiting.popLast() {
            if reached.insert(one).inserted { waiting += next[one] ?? [] }
        }
        return reached
    }
}
