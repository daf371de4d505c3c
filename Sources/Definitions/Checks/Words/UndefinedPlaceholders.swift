import Agreements

/// A value that a notice names is there on every occasion that owes the notice, or a section asks for it
/// first.
enum UndefinedPlaceholders: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        let occasions = Dictionary(grouping: NoticeOccasions(draft).all, by: \.notice)
        for text in draft.noticeTexts {
            guard let template = try? NoticeTemplate(parsing: text.text) else { continue }
            var reported: Set<String> = []
            for occasion in occasions[text.notice] ?? [] {
                let reading = TemplateReading(of: occasion)
                for tag in reading.undefined(in: template.parts) where reported.insert(tag.name).inserted {
                    report(tag, text, occasion, log)
                }
            }
        }
    }

    private static func report(
        _ tag: TemplateReading.Tag, _ text: NoticeText, _ occasion: NoticeOccasion, _ log: FindingLog
    ) {
        let may = tag.answer == .no ? "has" : "may have"
        let message =
            "{{\(tag.name)}} in \(text.words) of \(text.notice) \(may) no value when the notice is owed by "
            + "\(occasion.words): \(tag.situation.need)"
        log.report(
            .undefinedPlaceholder, at: text.place(of: tag.offset), message,
            suggestion: "{{#\(tag.name)}}…{{/\(tag.name)}} around it", path: occasion.path)
    }
}

extension NoticeSituation {
    /// What is missing then, as the end of a sentence.
    fileprivate var need: String {
        switch self {
        case .acronym: "the dossier may lack an acronym"
        case .registered: "no \"register\" is sure to come before"
        case .plannedStart: "no condition asks for a planned start before"
        case .foreignParty: "no condition asks for a foreign party before"
        case .term: "no \"term\" is sure to come before"
        case .termEnd: "no \"term\" with an end is sure to come before"
        case .newTerm: "no renewal is sure to be signed before"
        case .text: "no condition asks for a text before"
        case .call: "the workflow is not entered by a call"
        case .party: "the process is not about a party"
        case .ownText: "the text may be the agreement's own"
        case .amendment: "the text may be that of no amendment"
        case .task: "the state has no task"
        case .due: "the state has no task that is sure to have a due date"
        case .act: "no act causes it"
        case .person: "no person causes it"
        case .reason: "nothing asks for a reason"
        }
    }
}
