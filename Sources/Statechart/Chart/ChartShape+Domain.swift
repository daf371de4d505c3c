/// Which states a transition leaves. Source: SCXML 1.0, appendix D (`getTransitionDomain`).
extension ChartShape {
    /// What histories remember: history state to the states it restores.
    typealias History = [Int: StateSet]

    /// The targets with each history replaced by what it stands for now.
    func effectiveTargets(of targets: [Int], history: History) -> [Int] {
        targets.flatMap { target in
            guard kinds[target].isHistory else { return [target] }
            return history[target].map(Array.init) ?? defaults[target]
        }
    }

    /// The innermost state that a transition stays within; ``none`` when it has no targets.
    func domain(from source: Int, to targets: [Int], isInternal: Bool, history: History) -> Int {
        let targets = effectiveTargets(of: targets, history: history)
        guard !targets.isEmpty else { return Self.none }
        if isInternal, kinds[source] == .compound, contains(targets, in: source) { return source }
        var ancestor = parents[source]
        while ancestor > Self.root, kinds[ancestor] != .compound || !contains(targets, in: ancestor) {
            ancestor = parents[ancestor]
        }
        return ancestor
    }

    private func contains(_ targets: [Int], in ancestor: Int) -> Bool {
        targets.allSatisfy { isDescendant($0, of: ancestor) }
    }

    /// Whether transitions within these domains leave a common state: the one domain then lies inside the
    /// other, or is the same.
    func overlap(_ a: Int, _ b: Int, in configuration: StateSet) -> Bool {
        guard a >= Self.root, b >= Self.root else { return false }
        let (outer, inner) = a < b ? (a, b) : (b, a)
        return inner < ends[outer] && configuration.intersects(inside(inner))
    }
}
