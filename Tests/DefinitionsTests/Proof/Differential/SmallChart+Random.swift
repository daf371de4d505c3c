extension SmallChart {
    /// Draws a chart of at most eight states: compound, parallel and final ones, histories, conditions.
    ///
    /// Every transition is legal by construction or left out.
    static func random(_ random: inout ProofRandom, states: Int = 8) -> SmallChart {
        var chart = SmallChart(nodes: [Node(kind: .compound, parent: 0)], arrows: [])
        var left = Int.random(in: 3...states, using: &random)
        chart.grow(0, &left, depth: 0, &random)
        for state in chart.nodes.indices.dropFirst() {
            if random.chance(3) { chart.nodes[state].settings = [setting(&random)] }
            guard chart.nodes[state].kind != .final else { continue }
            let count = Int.random(in: 1...3, using: &random)
            let drawn = (0..<count).compactMap { _ in chart.arrow(from: state, &random) }
            chart.arrows += drawn.enumerated().sorted {
                ($0.element.trigger.name, $0.offset) < ($1.element.trigger.name, $1.offset)
            }.map(\.element)
        }
        return chart
    }

    private mutating func grow(_ parent: Int, _ left: inout Int, depth: Int, _ random: inout ProofRandom) {
        let isParallel = nodes[parent].kind == .parallel
        let wanted = Int.random(in: isParallel ? 2...3 : depth == 0 ? 2...5 : 1...3, using: &random)
        var made = 0
        while made < wanted, left > 0 || (isParallel && made < 2) {
            made += 1
            left -= 1
            addChild(of: parent, isParallel, &left, depth: depth, &random)
        }
        guard !isParallel else { return }
        // A chart that begins with its end has nothing to say: rather another child.
        let inside = children(of: parent)
        let going = inside.filter { nodes[$0].kind != .final }
        nodes[parent].initial = (going.isEmpty ? inside : going).randomElement(using: &random)
    }

    private mutating func addChild(
        of parent: Int, _ isRegion: Bool, _ left: inout Int, depth: Int, _ random: inout ProofRandom
    ) {
        let state = nodes.count
        nodes.append(Node(kind: .atomic, parent: parent))
        if !isRegion, random.chance(4) {
            nodes[state].kind = .final
        } else if depth < 3, left > 0, random.chance(isRegion ? 2 : 3) {
            nodes[state].kind = left > 2 && random.chance(2) ? .parallel : .compound
            grow(state, &left, depth: depth + 1, &random)
        }
    }

    private func arrow(from state: Int, _ random: inout ProofRandom) -> Arrow? {
        let hasStates = nodes[state].kind != .atomic
        let trigger: Trigger =
            random.chance(6)
            ? .always
            : hasStates && random.chance(2) ? .done : .event(Int.random(in: 0..<Self.events, using: &random))
        // One that is always enabled and goes nowhere is an endless loop at once: few are enough.
        let condition =
            (trigger == .always ? random.chance(6) : !random.chance(3))
            ? nil : Self.condition(&random, depth: 0)
        let targets = someTargets(&random)
        if targets.isEmpty, trigger == .always { return nil }
        let settings = random.chance(2) ? [Self.setting(&random)] : []
        return Arrow(
            source: state, trigger: trigger, condition: condition, targets: targets, settings: settings)
    }

    private static func setting(_ random: inout ProofRandom) -> Setting {
        Setting(variable: Int.random(in: 0..<variables, using: &random), value: random.chance(2))
    }

    private static func condition(_ random: inout ProofRandom, depth: Int) -> SmallCondition {
        if depth < 2, random.chance(3) {
            let (a, b) = (condition(&random, depth: depth + 1), condition(&random, depth: depth + 1))
            return random.chance(2) ? .both(a, b) : .either(a, b)
        }
        let number = Int.random(in: 0..<variables, using: &random)
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return .isSet(number)
        case 1: return .fact(number % facts, random.chance(2))
        default: return .variable(number, random.chance(2))
        }
    }

    /// One state or history; now and then two in different regions of one parallel state; rarely none.
    private func someTargets(_ random: inout ProofRandom) -> [Target] {
        if random.chance(10) { return [] }
        let first = target(Int.random(in: 1..<nodes.count, using: &random), &random)
        guard random.chance(5) else { return [first] }
        let second = target(Int.random(in: 1..<nodes.count, using: &random), &random)
        return areOrthogonal(first.state, second.state) ? [first, second] : [first]
    }

    private func target(_ state: Int, _ random: inout ProofRandom) -> Target {
        let hasStates = nodes[state].kind == .compound || nodes[state].kind == .parallel
        return hasStates && random.chance(3) ? .history(state) : .state(state)
    }

    /// Whether two states lie in different regions of the innermost state around both.
    func areOrthogonal(_ a: Int, _ b: Int) -> Bool {
        guard a != b, !isDescendant(a, of: b), !isDescendant(b, of: a) else { return false }
        let around = Set(ancestors(of: b))
        guard let common = ancestors(of: a).first(where: around.contains) else { return false }
        return nodes[common].kind == .parallel
    }
}
