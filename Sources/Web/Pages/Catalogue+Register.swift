import Agreements

extension Catalogue {
    /// Notices, jobs and the register as the office reads them.
    static let register: [String: LocalizedText] = [
        "list.notices": .init(fr: "Avis", en: "Notices"),
        "list.jobs": .init(fr: "Travaux", en: "Jobs"),
        "list.people": .init(fr: "Personnes", en: "People"),
        "list.grants": .init(fr: "Rôles accordés", en: "Grants"),
        "list.measures": .init(fr: "Mesures restrictives", en: "Measures"),
        "list.calls": .init(fr: "Appels", en: "Calls"),
        "filter.status": .init(fr: "État", en: "Status"),
        "filter.standing": .init(fr: "Validité", en: "Standing"),
        "sheet.copy": .init(fr: "Copie", en: "Copy"),
        "sheet.acknowledged": .init(fr: "Pris en charge :", en: "Seen to:"),
        "sheet.verdicts": .init(fr: "Réponses des serveurs", en: "Answers of the servers"),
        "sheet.reply": .init(fr: "Réponse", en: "Reply"),
        "sheet.noVerdict": .init(fr: "Aucune réponse pour l’instant.", en: "No answer yet."),
        "sheet.text": .init(fr: "Ce qui a été écrit", en: "What was written"),
    ]
}
