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
        let has = tag.answer == .no ? "n’a pas de" : "peut ne pas avoir de"
        let (words, need) = (occasion.words, tag.situation.need)
        let message = LocalizedText(
            fr:
                "{{\(tag.name)}} dans \(text.words.fr) de \(text.notice) \(has) valeur quand l’avis est dû par "
                + "\(words.fr) : \(need.fr)",
            en:
                "{{\(tag.name)}} in \(text.words.en) of \(text.notice) \(may) no value when the notice is owed by "
                + "\(words.en): \(need.en)")
        log.report(
            .undefinedPlaceholder, at: text.place(of: tag.offset), message,
            suggestion: LocalizedText(
                fr: "{{#\(tag.name)}}…{{/\(tag.name)}} autour",
                en: "{{#\(tag.name)}}…{{/\(tag.name)}} around it"),
            path: occasion.path)
    }
}

extension NoticeSituation {
    /// What is missing then, as the end of a sentence.
    fileprivate var need: LocalizedText {
        switch self {
        case .acronym:
            .init(fr: "le dossier peut ne pas avoir d’acronyme", en: "the dossier may lack an acronym")
        case .registered:
            .init(
                fr: "aucun « register » ne vient sûrement avant", en: "no \"register\" is sure to come before"
            )
        case .plannedStart:
            .init(
                fr: "aucune condition ne demande avant un début prévu",
                en: "no condition asks for a planned start before")
        case .foreignParty:
            .init(
                fr: "aucune condition ne demande avant une partie étrangère",
                en: "no condition asks for a foreign party before")
        case .term:
            .init(fr: "aucun « term » ne vient sûrement avant", en: "no \"term\" is sure to come before")
        case .termEnd:
            .init(
                fr: "aucun « term » avec une fin ne vient sûrement avant",
                en: "no \"term\" with an end is sure to come before")
        case .newTerm:
            .init(
                fr: "aucun renouvellement n’est sûrement signé avant",
                en: "no renewal is sure to be signed before")
        case .text:
            .init(fr: "aucune condition ne demande avant un texte", en: "no condition asks for a text before")
        case .call:
            .init(
                fr: "la définition n’a pas d’entrée par un appel", en: "the workflow is not entered by a call"
            )
        case .party:
            .init(fr: "le processus ne porte pas sur une partie", en: "the process is not about a party")
        case .ownText:
            .init(
                fr: "le texte peut être celui de l’accord lui-même", en: "the text may be the agreement's own"
            )
        case .amendment:
            .init(
                fr: "le texte peut n’être celui d’aucun avenant", en: "the text may be that of no amendment")
        case .task: .init(fr: "l’état n’a pas de tâche", en: "the state has no task")
        case .due:
            .init(
                fr: "l’état n’a pas de tâche dont l’échéance soit sûre",
                en: "the state has no task that is sure to have a due date")
        case .act: .init(fr: "aucun acte ne le cause", en: "no act causes it")
        case .person: .init(fr: "aucune personne ne le cause", en: "no person causes it")
        case .reason: .init(fr: "rien ne demande un motif", en: "nothing asks for a reason")
        }
    }
}
