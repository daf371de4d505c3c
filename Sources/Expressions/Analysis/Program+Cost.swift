extension Program {
    /// The most steps that an evaluation takes for values of at most these sizes; texts that are compared have at
    /// most some hundred bytes.
    ///
    /// Every `&&` is taken to run to its end and every loop through all elements, so the real cost is lower.
    package func costBound(_ sizes: CostSizes, knowing knowledge: Knowledge) -> Int {
        var bound = CostBound(Abstraction(environment, knowledge), sizes: sizes)
        return bound.cost(tree)
    }

    /// The most steps that an evaluation may take.
    package var costLimit: Int { limits.cost }
}
