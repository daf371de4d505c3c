/// One rule: it reports every place that breaks it.
protocol WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog)
}
