import Statechart

/// A seeded generator (SplitMix64, Steele, Lea and Flood 2014).
struct ChartRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &self) == 0 }
}

/// Draws small charts of all kinds of states, with histories, several targets and guards.
struct RandomChart {
    static let events = ["e", "f", "g"]

    var random: ChartRandom
    private var ids: [String] = []
    private var targets: [String] = []

    init(seed: UInt64) { random = ChartRandom(seed: seed) }

    mutating func chart() throws -> Chart<Toy.Expression> { try Chart(node()) }

    mutating func node() throws -> Node {
        let count = Int.random(in: 2...4, using: &random)
        let skeleton = Node("chart", children: (0..<count).map { _ in node(depth: 1, parent: .state) })
        return withTransitions(skeleton, skeleton, isRoot: true)
    }

    private mutating func node(depth: Int, parent: Node.Kind) -> Node {
        let id = "s\(ids.count)"
        ids.append(id)
        if parent == .state, depth > 1, random.chance(8) { return Node(id, .final) }
        guard depth < 4, random.chance(2) else { return Node(id) }
        let kind: Node.Kind = random.chance(2) ? .parallel : .state
        var children = (0..<Int.random(in: 1...3, using: &random)).map { _ in
            node(depth: depth + 1, parent: kind)
        }
        if random.chance(2), let target = children.randomElement(using: &random)?.id {
            let history = "h\(ids.count)"
            ids.append(history)
            children.append(
                Node(
                    history, random.chance(2) ? .deepHistory : .shallowHistory,
                    initial: DefaultTarget([target])))
        }
        return Node(id, kind, children: children)
    }

    private mutating func withTransitions(_ node: Node, _ skeleton: Node, isRoot: Bool = false) -> Node {
        var node = node
        node.children = node.children.map { withTransitions($0, skeleton) }
        guard !isRoot, node.kind == .state || node.kind == .parallel else { return node }
        node.transitions = (0..<Int.random(in: 0...3, using: &random)).map { _ in edge(skeleton) }
        return node
    }

    private mutating func edge(_ skeleton: Node) -> Edge {
        let isEventless = random.chance(6)
        var guardian: Toy.Expression?
        if isEventless || random.chance(3), let id = ids.randomElement(using: &random) {
            guardian = Make.active(id)
        }
        if random.chance(12) { guardian = Make.failing }
        return Edge(
            on: isEventless ? [] : [Self.events.randomElement(using: &random) ?? "e"], if: guardian,
            to: someTargets(skeleton), isInternal: random.chance(3))
    }

    /// None, one, or several that can be active together.
    private mutating func someTargets(_ skeleton: Node) -> [String] {
        if random.chance(8) { return [] }
        var chosen: [String] = []
        for _ in 0..<3 {
            guard let id = ids.randomElement(using: &random) else { continue }
            var probe = skeleton
            probe.children.append(Node("probe", transitions: [Edge(to: chosen + [id])]))
            if (try? Chart(probe)) != nil { chosen.append(id) }
            if chosen.count == 1, random.chance(2) { break }
        }
        return chosen
    }
}
