import Agreements

extension Catalogue {
    /// The office's pages.
    static let ops: [String: LocalizedText] = [
        "office.lead": .init(
            fr: "Ce qui attend, qui, et depuis quand, au", en: "What waits, on whom and since when, at"),
        "office.waits": .init(fr: "Ce qu’attend chaque dossier", en: "What each file waits on"),
        "office.person": .init(fr: "Une personne", en: "A person"),
        "office.date": .init(fr: "Une date", en: "A date"),
        "office.job": .init(fr: "La machine", en: "The machine"),
        "office.done": .init(fr: "Rien : achevés", en: "Nothing: done"),
        "office.oldest": .init(fr: "le plus ancien depuis le", en: "the oldest since"),
        "office.day": .init(fr: "jour", en: "day"),
        "office.days": .init(fr: "jours", en: "days"),
        "office.late": .init(fr: "L’exécutant est en retard.", en: "The runner is late."),
        "office.lists": .init(fr: "Listes du bureau", en: "Lists of the office"),
        "office.failures": .init(fr: "À reprendre", en: "To be mended"),
        "office.failuresNone": .init(fr: "Rien n’a échoué.", en: "Nothing failed."),
        "office.holders": .init(fr: "Étapes par personne", en: "Steps by holder"),
        "office.holdersNone": .init(fr: "Personne n’est attendu.", en: "Nobody is awaited."),
        "office.stages": .init(fr: "Dossiers par étape", en: "Files by stage"),
        "office.stagesNone": .init(fr: "Aucun dossier.", en: "No file."),
        "list.waits": .init(fr: "Dossiers et ce qu’ils attendent", en: "Files and what they wait on"),
        "list.steps": .init(fr: "Étapes ouvertes", en: "Open steps"),
        "filter.group": .init(fr: "Attend", en: "Waits on"),
        "filter.definition": .init(fr: "Dispositif", en: "Instrument"),
        "filter.role": .init(fr: "Rôle", en: "Role"),
        "filter.holder": .init(fr: "Personne", en: "Person"),
        "filter.late": .init(fr: "Échéance", en: "Due date"),
        "column.steps": .init(fr: "Étapes", en: "Steps"),
        "column.overdue": .init(fr: "En retard", en: "Overdue"),
        "column.oldest": .init(fr: "La plus ancienne depuis", en: "Oldest since"),
        "column.onPerson": .init(fr: "Une personne", en: "A person"),
        "column.onDate": .init(fr: "Une date", en: "A date"),
        "column.onJob": .init(fr: "La machine", en: "The machine"),
        "column.over": .init(fr: "Achevés", en: "Done"),
        "column.failure": .init(fr: "Ce qui a échoué", en: "What failed"),
    ]
}
