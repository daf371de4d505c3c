package import Agreements
import Engine

extension ForecastLine {
    /// What kind of thing it is, in words.
    package var word: LocalizedText {
        switch item.matter {
        case .deadline: LocalizedText(fr: "Échéance", en: "Deadline")
        case .timer: LocalizedText(fr: "Délai", en: "Clock")
        case .renewalWindow: LocalizedText(fr: "Renouvellement", en: "Renewal")
        case .notice: LocalizedText(fr: "Courriel", en: "Mail")
        case .legal: LocalizedText(fr: "Effet juridique", en: "Legal effect")
        case .blocked: LocalizedText(fr: "Blocage", en: "Block")
        }
    }

    /// The same as an entry of a calendar.
    package func entry(in language: Language) -> ICalendarText.Entry {
        ICalendarText.Entry(
            uid: uid, at: item.at, day: day, summary: "\(file) – \(title[language])",
            description: ([word[language]] + whom.map { $0[language] }).joined(separator: "\n"),
            category: word[language])
    }
}
