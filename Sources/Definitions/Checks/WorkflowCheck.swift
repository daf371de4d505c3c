/// One rule: it reports every place that breaks it.
protocol WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog)
}

/// A rule of guards and formulas: all of them ask one world.
protocol GuardCheck: WorkflowCheck {
    static func run(in world: GuardWorld, _ log: FindingLog)
}

extension GuardCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) { run(in: GuardWorld(draft), log) }
}
