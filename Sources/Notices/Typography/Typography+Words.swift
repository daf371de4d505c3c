package import Agreements

extension Typography {
    /// A list in a sentence: `A, B et C`, `A, B and C`; `none` when it is empty.
    package func list(_ items: [String], none: String = "") -> String {
        guard let last = items.last else { return none }
        guard items.count > 1 else { return last }
        let conjunction =
            switch language {
            case .french: "et"
            case .english: "and"
            }
        return "\(items.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
    }

    /// A party in a sentence: the institution itself takes its article in French where it is certain,
    /// `l'Inserm`.
    package func party(_ name: String, isOwn: Bool) -> String {
        language == .french && isOwn && French.startsWithVowel(name) ? "l’\(name)" : name
    }

    /// The form of a noun after a number.
    package func plural(_ count: Int, one: String, many: String) -> String {
        language.isSingular(count) ? one : many
    }

    /// A number and its noun, kept on one line: `3 actions`, `1 jour ouvré`.
    package func counted(_ count: Int, one: String, many: String) -> String {
        "\(number(count))\(Self.noBreakSpace)\(plural(count, one: one, many: many))"
    }

    /// A length of legal time, its direction left out: `10 jours ouvrés`, `10 working days`.
    package func period(_ period: Period) -> String {
        let noun = noun(period.unit)
        return counted(Int(period.count.magnitude), one: noun.one, many: noun.many)
    }

    private func noun(_ unit: Period.Unit) -> (one: String, many: String) {
        switch language {
        case .french: Self.frenchNoun(unit)
        case .english: Self.englishNoun(unit)
        }
    }

    private static func frenchNoun(_ unit: Period.Unit) -> (one: String, many: String) {
        switch unit {
        case .years: ("an", "ans")
        case .months: ("mois", "mois")
        case .weeks: ("semaine", "semaines")
        case .days: ("jour", "jours")
        case .businessDays: ("jour ouvré", "jours ouvrés")
        case .hours: ("heure", "heures")
        case .minutes: ("minute", "minutes")
        case .seconds: ("seconde", "secondes")
        }
    }

    private static func englishNoun(_ unit: Period.Unit) -> (one: String, many: String) {
        switch unit {
        case .years: ("year", "years")
        case .months: ("month", "months")
        case .weeks: ("week", "weeks")
        case .days: ("day", "days")
        case .businessDays: ("working day", "working days")
        case .hours: ("hour", "hours")
        case .minutes: ("minute", "minutes")
        case .seconds: ("second", "seconds")
        }
    }
}
