import Agreements

extension TimeTextError {
    /// The sentence in both languages.
    var words: LocalizedText {
        LocalizedText(fr: "\(text.quotedInFrench) n’est pas \(form)", en: description)
    }

    private var form: String {
        switch expected {
        case "day" where problem.contains("written"): "un jour écrit AAAA-MM-JJ"
        case "day": "un jour du calendrier"
        case "period":
            "une durée, soit un seul nombre d’une seule unité : P4Y, P6M, P30D, P10B (jours ouvrés) ou PT17H"
        case "time of day": "une heure écrite HH:MM, de 00:00 à 23:59"
        case "time zone": "un fuseau horaire de la base IANA"
        case "deadline rule": "une règle d’échéance d’une forme connue"
        default: "un instant écrit 2016-06-15T15:00:00.000Z"
        }
    }
}
