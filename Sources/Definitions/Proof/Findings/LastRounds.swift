/// What is come to in the end: rounds of situations that lead to one another and to nothing else.
///
/// Found by Tarjan's components; cost is that of the steps.
struct LastRounds {
    private let next: (Int) -> [Int]
    private var order: [Int: Int] = [:]
    private var low: [Int: Int] = [:]
    private var open: [Int] = []
    private var closed: Set<Int> = []
    /// The members of all such rounds.
    private(set) var members: Set<Int> = []

    init(_ nodes: [Int], next: @escaping (Int) -> [Int]) {
        self.next = next
        for node in nodes where order[node] == nil { visit(node) }
    }

    private mutating func visit(_ start: Int) {
        var path: [(node: Int, next: [Int])] = []
        begin(start, &path)
        while let last = path.last {
            guard let to = last.next.last else {
                path.removeLast()
                finish(last.node)
                if let before = path.last?.node { lower(before, to: low[last.node]) }
                continue
            }
            path[path.count - 1].next.removeLast()
            if order[to] == nil {
                begin(to, &path)
            } else if !closed.contains(to) {
                lower(last.node, to: order[to])
            }
        }
    }

    private mutating func begin(_ node: Int, _ path: inout [(node: Int, next: [Int])]) {
        order[node] = order.count
        low[node] = order[node]
        open.append(node)
        path.append((node, next(node)))
    }

    private mutating func lower(_ node: Int, to number: Int?) {
        if let number, let own = low[node] { low[node] = min(own, number) }
    }

    /// Closes the round that a node began, once all that it leads to was visited.
    private mutating func finish(_ node: Int) {
        guard low[node] == order[node], let first = open.lastIndex(of: node) else { return }
        let round = Set(open[first...])
        open.removeSubrange(first...)
        closed.formUnion(round)
        if round.allSatisfy({ next($0).allSatisfy(round.contains) }) { members.formUnion(round) }
    }
}
