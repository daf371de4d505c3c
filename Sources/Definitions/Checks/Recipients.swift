import Agreements

/// Every notice that is owed goes to somebody: the place or the notice itself names roles.
enum Recipients: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        for use in draft.uses.notices where !use.hasRecipients {
            guard let notice = draft.notices[use.name]?.value, notice.to.isEmpty else { continue }
            let message = LocalizedText(
                fr: "l’avis \(use.name) ne va à personne : il n’y a de « to » ni ici ni dans sa déclaration",
                en: "the notice \(use.name) goes to nobody: neither here nor its declaration has \"to\"")
            log.report(.noRecipients, at: use.place, message)
        }
    }
}
