import Agreements

extension Typography {
    /// The short name of a country: `Corée du Sud`, `South Korea`; the code itself when the table lacks it.
    package func country(_ code: String) -> String { phrase(code, \.fr, \.en) }

    /// The name as the subject or object of a sentence: `le Japon`, `the United States`.
    package func countryWithArticle(_ code: String) -> String { phrase(code, \.frLe, \.enThe) }

    /// Whence or whose: `du Japon`, `d'Allemagne`, `des États-Unis`; `of Japan`, `of the United States`.
    package func ofCountry(_ code: String) -> String {
        CountryName.named(code).map { language == .french ? $0.frDe : "of \($0.enThe)" } ?? code
    }

    /// Where: `au Japon`, `en Allemagne`, `aux États-Unis`; `in Japan`, `in the United States`.
    package func inCountry(_ code: String) -> String {
        CountryName.named(code).map { language == .french ? $0.frEn : "in \($0.enThe)" } ?? code
    }

    private func phrase(
        _ code: String, _ french: KeyPath<CountryName, String>, _ english: KeyPath<CountryName, String>
    ) -> String {
        guard let name = CountryName.named(code) else { return code }
        return name[keyPath: language == .french ? french : english]
    }
}
