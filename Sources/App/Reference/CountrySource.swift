import Agreements
import FoundationEssentials
import Storage

/// The countries of ISO 3166 as the Debian package `iso-codes` has them, with their French names.
///
/// Everyday names go before official ones (Taiwan, South Korea). The package dates no country that there is:
/// such a row holds ever since; a code that was given a second time holds for its second country from the day
/// on which the first use ended. French names come from the package's message catalogue; where that was left
/// out of the machine, the English ones stand.
struct CountrySource {
    private let current: [Entry]
    private let former: [Entry]
    private let french: [GettextCatalogue]

    private struct Entry: Decodable {
        // The package's own names.
        // swift-format-ignore: AlwaysUseLowerCamelCase
        var alpha_2: String
        // swift-format-ignore: AlwaysUseLowerCamelCase
        var alpha_3: String
        // swift-format-ignore: AlwaysUseLowerCamelCase
        var alpha_4: String?
        // swift-format-ignore: AlwaysUseLowerCamelCase
        var common_name: String?
        // swift-format-ignore: AlwaysUseLowerCamelCase
        var withdrawal_date: String?
        var name: String
    }

    init(_ files: ReferenceFiles) throws {
        current = try Self.entries(files, "3166-1")
        former = try Self.entries(files, "3166-3")
        french = ["iso_3166-1.mo", "iso_3166-3.mo"].compactMap { name in
            files.translations[name].flatMap(GettextCatalogue.init)
        }
    }

    private static func entries(_ files: ReferenceFiles, _ part: String) throws -> [Entry] {
        let name = "iso_\(part).json"
        guard let bytes = files.countries[name],
            let parts = try? JSONDecoder().decode([String: [Entry]].self, from: Data(bytes)),
            let entries = parts[part]
        else { throw ReferenceFault.unreadable(path: "\(files.countriesFolder)/\(name)") }
        return entries
    }

    /// Every row; `successors` names those of withdrawn codes whose four letters do not tell.
    func rows(successors: [FormerCountry]) throws -> [ReferenceRow] {
        var ends: [String: Day] = [:]
        var rows: [ReferenceRow] = []
        for entry in former.sorted(by: { ($0.withdrawal_date ?? "") < ($1.withdrawal_date ?? "") }) {
            guard let until = Self.day(entry.withdrawal_date ?? "") else { continue }
            var row = row(entry)
            row.from = ends[entry.alpha_2]
            row.until = until
            row.successors = self.successors(of: entry, until, successors)
            ends[entry.alpha_2] = until
            rows.append(row)
        }
        for entry in current {
            var row = row(entry)
            row.from = ends[entry.alpha_2]
            rows.append(row)
        }
        return rows
    }

    private func row(_ entry: Entry) -> ReferenceRow {
        let names = [entry.common_name, entry.name].compactMap(\.self)
        let translated = names.lazy.compactMap { name in french.lazy.compactMap { $0[name] }.first }.first
        let english = names.first ?? entry.name
        return ReferenceRow(
            .country, entry.alpha_2, alpha3: entry.alpha_3,
            name: LocalizedText(fr: translated ?? english, en: english))
    }

    /// The last two of its four letters are the successor's code, unless they are HH or XX (several).
    private func successors(of entry: Entry, _ until: Day, _ known: [FormerCountry]) -> [String] {
        if let listed = known.first(where: { $0.code == entry.alpha_2 && $0.until == until }) {
            return listed.successors
        }
        let next = String((entry.alpha_4 ?? "").suffix(2))
        return current.contains { $0.alpha_2 == next } ? [next] : []
    }

    /// A day, or the first day of a year that stands alone.
    private static func day(_ text: String) -> Day? {
        try? Day(parsing: text.count == 4 ? "\(text)-01-01" : text)
    }
}

/// A withdrawn code, the day of its withdrawal, and what took its place.
struct FormerCountry {
    var code: String
    var until: Day
    var successors: [String]
}
