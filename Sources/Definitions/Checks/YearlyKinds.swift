import Agreements

/// A date of the year has no `kind`: it is a fixed date, due at the end of that day.
///
/// Versions published before may have one, which never said anything.
enum YearlyKinds: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        for place in draft.uses.yearlyKinds {
            log.report(
                .conflict, at: place,
                .init(
                    fr: "kind va avec at ou after, non avec yearly",
                    en: "kind goes with at or after, not with yearly"))
        }
    }
}
