/// Values and what is asked of their order: differences for whole numbers, a dense order for the rest.
struct OrderGraph {
    struct Node: Hashable {
        /// The term whose value it is; nil for a constant.
        var term: Term.ID?
        var value: Value?
        var kind: Kind?
        var isWhole = false
        var minimum: Int64?
        var days: Domain.Days?

        init(
            term: Term.ID?, value: Value?, kind: Kind? = nil, isWhole: Bool = false, minimum: Int64? = nil,
            days: Domain.Days? = nil
        ) {
            self.term = term
            self.value = value
            self.kind = kind ?? value.map { Kind(of: $0) }
            self.isWhole = isWhole || (value.map { Kind(of: $0) == .number } ?? false)
            self.minimum = minimum
            self.days = days
        }

        /// Whether it is a day, or none is known.
        var isDay: Bool { days != nil || value?.dayNumber != nil }
    }

    enum Relation {
        case equal, unequal, less, notLess
        /// Of kinds that have no order.
        case unordered
    }

    private(set) var nodes: [Node] = []
    private(set) var relations: [(left: Int, right: Int, relation: Relation)] = []
    /// Numbers of which the first is so much more than the second.
    private(set) var sums: [(left: Int, right: Int, amount: Int64)] = []
    /// For each pair the most that the first can exceed the second by; nil without a bound.
    var bounds: [[Bound?]] = []
    private var numbers: [Node: Int] = [:]

    mutating func relate(_ left: Node, _ right: Node, _ relation: Relation) {
        relations.append((number(left), number(right), relation))
    }

    mutating func add(_ amount: Int64, to base: Node, giving sum: Node) {
        sums.append((number(sum), number(base), amount))
    }

    private mutating func number(_ node: Node) -> Int {
        if let number = numbers[node] { return number }
        nodes.append(node)
        numbers[node] = nodes.count - 1
        let number = nodes.count - 1
        if let minimum = node.minimum {
            relate(node, Node(term: nil, value: .int(minimum)), .notLess)
        }
        if let days = node.days {
            let least = days == .always ? DayText.first : ""
            relate(node, Node(term: nil, value: .string(least)), .notLess)
            relate(Node(term: nil, value: .string(DayText.last)), node, .notLess)
        }
        return number
    }

    /// Spreads the kinds along equalities and comparisons; false when two kinds meet.
    mutating func settleKinds() -> Bool {
        var changed = true
        while changed {
            changed = false
            for (left, right, relation) in relations where relation != .unequal && relation != .unordered {
                guard let kind = nodes[left].kind ?? nodes[right].kind else { continue }
                guard (nodes[left].kind ?? kind) == (nodes[right].kind ?? kind) else { return false }
                if relation != .equal, !kind.isOrdered { return false }
                changed = changed || nodes[left].kind == nil || nodes[right].kind == nil
                nodes[left].kind = kind
                nodes[right].kind = kind
            }
        }
        return relations.allSatisfy { left, right, relation in
            guard relation == .unordered, let a = nodes[left].kind, let b = nodes[right].kind else {
                return true
            }
            return a != b || !a.isOrdered
        }
    }
}
