extension Day {
    /// The day as people write it: `1er décembre 2020`, `1 December 2020`.
    package func written(in language: Language) -> String {
        let first = language == .french && dayOfMonth == 1 ? "er" : ""
        return "\(dayOfMonth)\(first) \(Self.monthNames(in: language)[month - 1]) \(year)"
    }

    /// The day as people write it, in both languages.
    package var written: LocalizedText {
        LocalizedText(fr: written(in: .french), en: written(in: .english))
    }

    /// What the twelve months are called, January first.
    package static func monthNames(in language: Language) -> [String] {
        switch language {
        case .french: frenchMonths
        case .english: englishMonths
        }
    }

    private static let frenchMonths = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
        "novembre", "décembre",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
}
