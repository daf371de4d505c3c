import Agreements

/// What a clock of a file will tell when it moves the file nowhere, by the name that definitions give it.
enum TimerTexts {
    static func named(_ name: String) -> LocalizedText {
        known[name] ?? LocalizedText(fr: FieldTexts.spelled(name), en: FieldTexts.spelled(name))
    }

    /// What a timer will tell, where that is not known from its file.
    static func title(of name: String) -> LocalizedText { isReminder(name) ? reminder : named(name) }

    static let reminder = LocalizedText(fr: "Rappel", en: "Reminder")

    /// A timer that sends a notice bears its number.
    static func isReminder(_ name: String) -> Bool {
        name.first == "N" && name.dropFirst().allSatisfy(\.isNumber)
    }

    static let known: [String: LocalizedText] = [
        "admission": .init(fr: "Admission de la partie", en: "Admission of the party"),
        "alarm": .init(fr: "Alerte", en: "Alert"),
        "closing": .init(fr: "Clôture", en: "Closing"),
        "cure": .init(fr: "Fin du délai de régularisation", en: "End of the time to put it right"),
        "delegation": .init(fr: "Fin d’une délégation", en: "End of a delegation"),
        "due": .init(fr: "Échéance", en: "Due date"),
        "effect": .init(fr: "Prise d’effet", en: "Taking effect"),
        "end": .init(fr: "Fin", en: "End"),
        "extension": .init(fr: "Prolongation", en: "Extension"),
        "fourth_year": .init(fr: "Début de la quatrième année", en: "The fourth year begins"),
        "hearing": .init(fr: "Fin du délai pour être entendu", en: "End of the time to be heard"),
        "idle": .init(fr: "Fin d’un brouillon sans suite", en: "End of an idle draft"),
        "lapse": .init(fr: "Caducité", en: "Lapse"),
        "last_quarter": .init(fr: "Début du dernier trimestre", en: "The last quarter begins"),
        "leaving": .init(fr: "Départ de la partie", en: "Departure of the party"),
        "measure": .init(fr: "Changement des mesures", en: "Change of the measures"),
        "missed": .init(fr: "Trente jours de retard", en: "Thirty days late"),
        "notice": .init(fr: "Fin du préavis", en: "End of the notice"),
        "replaceable": .init(fr: "Remplacement possible", en: "May be replaced"),
        "retention": .init(fr: "Fin de la durée de conservation", en: "End of the retention period"),
        "round": .init(fr: "Ouverture du tour de financement", en: "The funding round opens"),
        "silence": .init(fr: "Fin du délai de réponse", en: "End of the time to answer"),
        "six_months": .init(fr: "Six mois de mise en signature", en: "Six months of signing"),
        "suspension": .init(fr: "Maintien de la suspension", en: "The suspension goes on"),
        "until": .init(fr: "Terme", en: "End of the term"),
        "window": .init(fr: "Ouverture de la période de renouvellement", en: "The renewal window opens"),
        "year_end": .init(fr: "Fin de l’année", en: "End of the year"),
    ]
}
