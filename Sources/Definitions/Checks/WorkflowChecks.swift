/// The rules that a workflow must keep beyond its form, each a small check of its own.
enum WorkflowChecks {
    static var all: [any WorkflowCheck.Type] {
        [
            KnownNames.self, UnusedNames.self, Reachability.self, WaitingStates.self, DeafTimers.self,
            UnsentEvents.self, Recipients.self, LegalRegions.self, ReservedParameters.self,
        ]
    }

    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        for check in all { check.run(on: draft, log) }
    }
}
