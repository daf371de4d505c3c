/// The short names of a country, with the French articles that sentences need.
///
/// Labels are the everyday ones (Taïwan, Corée du Sud), never the long official ones of ISO 3166.
package struct CountryName: Sendable, Hashable {
    /// ISO 3166-1 alpha-2 code, in capitals; `XK` for Kosovo, as the European Commission uses it.
    package let iso2: String
    /// The French name without article: `Japon`.
    package let fr: String
    /// The English name without article: `Japan`.
    package let en: String
    /// The French name as the subject of a sentence: `le Japon`, `l'Allemagne`, `Cuba`.
    package let frLe: String
    /// Of it: `du Japon`, `d'Allemagne`, `des États-Unis`.
    package let frDe: String
    /// In it: `au Japon`, `en Allemagne`, `aux États-Unis`.
    package let frEn: String
    /// The English name inside a sentence: `Japan`, `the United States`.
    package let enThe: String

    /// The name for a code, capitals or not; `EL` (Greece) and `UK`, as European programmes write them, are
    /// known.
    package static func named(_ code: String) -> CountryName? {
        let code = code.uppercased()
        return byCode[code == "EL" ? "GR" : code == "UK" ? "GB" : code]
    }

    /// Every country of the table, by code.
    package static let all: [CountryName] = (europe + africa + asia + americas + oceania).sorted {
        $0.iso2 < $1.iso2
    }

    private static let byCode = Dictionary(all.map { ($0.iso2, $0) }) { first, _ in first }
}
