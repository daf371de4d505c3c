/// What the checks find in a definition as it is written, before it is explored.
struct Screening: Sendable {
    /// The definition, its formulas of wrong types as if they could not be read.
    let draft: WorkflowDraft
    /// Whether some formula is of a wrong type.
    let isIllTyped: Bool
    /// What is wrong with the types of formulas.
    let findings: [Finding]
    /// What else was found.
    let checked: [Finding]

    init(_ draft: WorkflowDraft, _ checks: [any WorkflowCheck.Type]) {
        let (typing, log) = (FindingLog(), FindingLog())
        var world = GuardWorld(draft)
        let corrected = FormulaTypes(log: typing).corrected(in: world)
        if let corrected { world = GuardWorld(corrected) }
        self.draft = world.draft
        isIllTyped = corrected != nil
        WorkflowChecks.run(checks, in: world, log)
        (findings, checked) = (typing.findings, log.findings)
    }

    /// Whether something was found on a way, which the exploration knows better.
    var needsWays: Bool { checked.contains { !$0.path.isEmpty } }
}
