import Agreements

/// Every notice, refusal and process that the file itself declares is used; included files may hold more.
enum UnusedNames: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        report(.init(fr: "l’avis", en: "notice"), draft.notices, Set(draft.uses.notices.map(\.name)), log)
        report(
            .init(fr: "le refus", en: "refusal"), draft.refusals, Set(draft.uses.refusals.map(\.name)), log)
        report(
            .init(fr: "le processus", en: "process"), draft.processes, Set(draft.uses.processes.map(\.name)),
            log)
    }

    private static func report<Value>(
        _ what: LocalizedText, _ declared: [String: WorkflowDraft.Declared<Value>], _ used: Set<String>,
        _ log: FindingLog
    ) {
        for (name, declaration) in declared where declaration.isOwn && !used.contains(name) {
            log.report(
                .unused, at: declaration.place,
                .init(fr: "\(what.fr) \(name) ne sert pas", en: "the \(what.en) \(name) is not used"))
        }
    }
}
