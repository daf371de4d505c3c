extension Program {
    /// The most steps that an evaluation takes when lists have at most so many elements, and texts at most
    /// a few dozen bytes; `sizes` is by dotted path, `otherSize` for what it does not name.
    ///
    /// Every `&&` is taken to run to its end and every loop through all elements, so the real cost is lower.
    package func costBound(sizes: [String: Int], otherSize: Int, knowing knowledge: Knowledge) -> Int {
        var bound = CostBound(Abstraction(environment, knowledge), sizes: sizes, otherSize: otherSize)
        return bound.cost(tree)
    }

    /// The most steps that an evaluation may take.
    package var costLimit: Int { limits.cost }
}
