/// What was read but does nothing, as it was noted on reading.
enum ReadingSlips: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) { log.report(draft.slips) }
}
