extension Node {
    /// The nodes directly below.
    var children: [Node] {
        switch self {
        case .constant, .constantList, .read, .hasPath, .typeOrRead, .local, .failure: []
        case .select(let operand, _, _), .has(let operand, _, _), .matches(let operand, _, _),
            .operation(_, let operand, _):
            [operand]
        case .list(let items, _), .and(let items, _), .or(let items, _), .call(_, let items, _, _): items
        case .binary(let binary): [binary.left, binary.right]
        case .map(let entries, _): entries.flatMap { [$0.key, $0.value] }
        case .conditional(let test, let yes, let no, _): [test, yes, no]
        case .loop(let loop): [loop.target] + [loop.condition, loop.transform].compactMap { $0 }
        }
    }

    /// The largest parts that loop and depend on nothing: no variable, no added function, no loop around.
    func closedLoops(within base: Int = 0) -> [Node] {
        if loops, isClosed(within: base) { return [self] }
        if case .loop(let loop) = self {
            let inner = [loop.condition, loop.transform].compactMap { $0 }
            return loop.target.closedLoops(within: base)
                + inner.flatMap { $0.closedLoops(within: loop.slot + 1) }
        }
        return children.flatMap { $0.closedLoops(within: base) }
    }

    private var loops: Bool {
        if case .loop = self { true } else { children.contains(where: \.loops) }
    }

    private func isClosed(within base: Int) -> Bool {
        switch self {
        case .read, .hasPath, .typeOrRead, .call: false
        case .local(let slot): slot >= base
        default: children.allSatisfy { $0.isClosed(within: base) }
        }
    }
}
