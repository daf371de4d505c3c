import Agreements

/// Every text of the pages, in both languages; definitions bring their own.
enum Catalogue {
    /// The text under `key`.
    ///
    /// A key is written in our source only, and the tests look each up.
    static func text(_ key: String) -> LocalizedText {
        guard let text = entries[key] else { preconditionFailure("\(key) is not in the catalogue.") }
        return text
    }

    /// All texts in `language`, nested as templates name them.
    ///
    /// `tasks.title` becomes `["tasks": ["title": …]]`.
    static func texts(in language: Language) -> Nested {
        switch language {
        case .french: french
        case .english: english
        }
    }

    struct Names: Sendable {
        let french: [String]
        let english: [String]

        subscript(language: Language) -> [String] {
            switch language {
            case .french: french
            case .english: english
            }
        }
    }

    /// Each day of the week, Monday first.
    static let weekdays = Names(
        french: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        english: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
}
