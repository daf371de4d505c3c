import Agreements

/// Every text of a notice is a template that can be rendered, and names only values that notices have.
enum BadTemplates: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        for text in draft.noticeTexts {
            do throws(NoticeTemplate.Problem) {
                let template = try NoticeTemplate(parsing: text.text)
                for tag in PlaceholderNames.unknown(in: template.parts) {
                    log.reportUnknown(
                        .undefinedPlaceholder, .init(fr: "aucun champ de modèle", en: "placeholder"),
                        tag.name, at: text.place(of: tag.offset),
                        known: PlaceholderNames.all)
                }
            } catch {
                let message = LocalizedText(
                    fr: "\(text.words.fr) de \(text.notice) ne peut pas être rendu : \(error.message.fr)",
                    en: "\(text.words.en) of \(text.notice) cannot be rendered: \(error.message.en)")
                log.report(.badTemplate, at: text.place(of: error.offset), message)
            }
        }
    }
}
