package import Agreements
import Engine

extension ForecastLine {
    /// What kind of thing it is, in words.
    package var word: LocalizedText {
        switch item.matter {
        case .deadline: LocalizedText(fr: "échéance", en: "deadline")
        case .timer: LocalizedText(fr: "horloge", en: "clock")
        case .renewalWindow: LocalizedText(fr: "renouvellement", en: "renewal")
        case .notice: LocalizedText(fr: "avis", en: "mail")
        case .legal: LocalizedText(fr: "droit", en: "legal")
        case .blocked: LocalizedText(fr: "blocage", en: "block")
        }
    }

    /// The same as an entry of a calendar.
    package func entry(in language: Language) -> ICalendarText.Entry {
        ICalendarText.Entry(
            uid: uid, at: item.at, day: day, summary: "\(file) – \(title[language])",
            description: ([word[language]] + who).joined(separator: "\n"), category: item.kind)
    }
}
