extension Explorer {
    /// Where conditions begin to turn without end although each step comes to rest: situations that are only
    /// passed through, and from which conditions lead to such situations only.
    ///
    /// What is open may lead out of a turning; so these certainly turn.
    func turningSteps() -> Set<Int> {
        var next: [Int: Set<Int>] = [:]
        for edge in edges where edge.trigger == .condition && edge.from >= 0 && nodes[edge.from].isPassing {
            next[edge.from, default: []].insert(edge.to)
        }
        var turning = Set(next.keys)
        while let out = turning.first(where: { !(next[$0] ?? []).isSubset(of: turning) }) {
            turning.remove(out)
        }
        return turning
    }
}
