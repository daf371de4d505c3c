/// A text in the two languages of the house; definitions may not leave one out.
package struct LocalizedText: Codable, Sendable, Hashable {
    package var fr: String
    package var en: String

    package init(fr: String, en: String) {
        self.fr = fr
        self.en = en
    }

    /// The text in `language`.
    package subscript(language: Language) -> String {
        switch language {
        case .french: fr
        case .english: en
        }
    }
}
