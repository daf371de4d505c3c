/// Chooses a value for a node between the values that are placed already.
struct Placing {
    let graph: OrderGraph
    let placed: [Value?]
    let example: Value?

    /// A value in every bound, plain ones first; nil when none of those tried is.
    func value(for node: Int) -> Value? {
        let candidates = candidates(for: node)
        return candidates.first { fits($0, node) }
    }

    private func candidates(for node: Int) -> [Value] {
        let near = placed.indices.compactMap { placed[$0] }
        var candidates = example.map { [$0] } ?? []
        switch graph.nodes[node].kind {
        case .number: candidates += numbers(node, near)
        case .text where graph.nodes[node].days != nil: candidates += days(node)
        case .text, nil: candidates += texts(near)
        case .instant: candidates += instants(near)
        case .truth: candidates += [true, false]
        case .length: candidates += near
        case .list: candidates += [.list([])] + near
        case .map: candidates += [.object([:])] + near
        case .bytes, .null, .type: candidates += near
        }
        if graph.nodes[node].kind == nil { candidates += near + [.int(0), .bool(false)] }
        return candidates
    }

    private func numbers(_ node: Int, _ near: [Value]) -> [Value] {
        let bases = [0, graph.nodes[node].minimum ?? 0] + near.compactMap(\.whole)
        // An equality or a difference of the bounds names a value exactly.
        let exact = placed.indices.flatMap { other -> [Int64] in
            guard let base = placed[other]?.whole else { return [] }
            return [
                graph.bounds[node][other].map { base + $0.amount },
                graph.bounds[other][node].map { base - $0.amount },
            ].compactMap { $0 }
        }
        let spread = (bases + exact).flatMap { base in
            [base, base + 1, base - 1, base + 2, base - 2, base + 3]
        }
        return spread.map { .int($0) }
    }

    private func texts(_ near: [Value]) -> [Value] {
        let known = near.compactMap { value -> String? in
            if case .string(let text) = value { text } else { nil }
        }
        let around = known.flatMap { [$0, $0 + "a", $0 + "b", $0 + "\u{1}", String($0.dropLast())] }
        return (["other", "another", "", "a", "2017-01-01", "\u{10FFFF}"] + around).map { .string($0) }
    }

    private func days(_ node: Int) -> [Value] {
        let exact = placed.indices.flatMap { other -> [Int64] in
            guard let base = placed[other]?.dayNumber else { return [] }
            return [
                base, graph.bounds[node][other].map { base + $0.amount },
                graph.bounds[other][node].map { base - $0.amount },
            ].compactMap { $0 }
        }
        let plain = DayText.number(of: "2017-01-01") ?? 0
        // The ends of the calendar are days that nobody means.
        return ([plain] + exact.sorted { abs($0 - plain) < abs($1 - plain) }).flatMap {
            [$0, $0 + 1, $0 - 1, $0 + 2]
        }
        .compactMap { DayText.text(of: $0) }.map { .string($0) }
    }

    private func instants(_ near: [Value]) -> [Value] {
        let seconds = near.compactMap { value -> Int64? in
            if case .timestamp(let time) = value { time.seconds } else { nil }
        }
        return ([1_483_228_800] + seconds.flatMap { [$0, $0 + 1, $0 - 1, $0 + 60, $0 - 60, $0 + 120] })
            .compactMap { Value.timestamp(seconds: $0) }
    }

    // MARK: Bounds

    private func fits(_ value: Value, _ node: Int) -> Bool {
        placed.indices.allSatisfy { other in
            guard let neighbour = placed[other] else { return true }
            return isBelow(value, neighbour, graph.bounds[node][other])
                && isBelow(neighbour, value, graph.bounds[other][node])
        } && differs(value, node)
    }

    private func isBelow(_ left: Value, _ right: Value, _ bound: Bound?) -> Bool {
        guard let bound else { return true }
        if let a = left.whole ?? left.dayNumber, let b = right.whole ?? right.dayNumber {
            return a - b < bound.amount || (a - b == bound.amount && !bound.isStrict)
        }
        // Beside days, bounds of texts are numbers of days.
        guard bound.amount == 0 else { return isBelow(left, right, byDays: bound.amount) }
        switch left.order(against: right) {
        case .less: return true
        case .same: return !bound.isStrict
        case nil: return left.equals(right)
        default: return false
        }
    }

    private func isBelow(_ left: Value, _ right: Value, byDays days: Int64) -> Bool {
        if let number = right.dayNumber, let later = DayText.text(of: max(0, number + days)) {
            return left.order(against: .string(later)) == .less
        }
        if let number = left.dayNumber, let earlier = DayText.text(of: max(0, number - days)) {
            return Value.string(earlier).order(against: right) == .less
        }
        return days > 0
    }

    private func differs(_ value: Value, _ node: Int) -> Bool {
        graph.relations.allSatisfy { left, right, relation in
            guard relation == .unequal, left == node || right == node,
                let other = placed[left == node ? right : left]
            else { return true }
            return !value.equals(other)
        }
    }
}

extension Value {
    fileprivate var whole: Int64? {
        switch self {
        case .int(let number): number
        case .uint(let number): Int64(exactly: number)
        default: nil
        }
    }
}
