import Agreements
import Foundation
import Testing

@testable import Notices

@Suite("Names of countries")
struct TypographyCountryTests {
    @Test(
        "take their French articles",
        arguments: [
            ("JP", "Japon", "le Japon", "du Japon", "au Japon"),
            ("DE", "Allemagne", "l’Allemagne", "d’Allemagne", "en Allemagne"),
            ("US", "États-Unis", "les États-Unis", "des États-Unis", "aux États-Unis"),
            ("KR", "Corée du Sud", "la Corée du Sud", "de Corée du Sud", "en Corée du Sud"),
            ("TW", "Taïwan", "Taïwan", "de Taïwan", "à Taïwan"),
            ("IL", "Israël", "Israël", "d’Israël", "en Israël"),
            ("HU", "Hongrie", "la Hongrie", "de Hongrie", "en Hongrie"),
            ("IR", "Iran", "l’Iran", "d’Iran", "en Iran"),
            ("HT", "Haïti", "Haïti", "d’Haïti", "en Haïti"),
            ("SG", "Singapour", "Singapour", "de Singapour", "à Singapour"),
            (
                "CZ", "République tchèque", "la République tchèque", "de la République tchèque",
                "en République tchèque"
            ),
            ("CI", "Côte d’Ivoire", "la Côte d’Ivoire", "de Côte d’Ivoire", "en Côte d’Ivoire"),
            ("LB", "Liban", "le Liban", "du Liban", "au Liban"),
            ("NL", "Pays-Bas", "les Pays-Bas", "des Pays-Bas", "aux Pays-Bas"),
        ])
    func articles(code: String, bare: String, le: String, de: String, place: String) {
        let french = Typography(.french)
        #expect(french.country(code) == bare)
        #expect(french.countryWithArticle(code) == le)
        #expect(french.ofCountry(code) == de)
        #expect(french.inCountry(code) == place)
    }

    @Test(
        "take “the” in English where it belongs",
        arguments: [
            ("US", "the United States"), ("JP", "Japan"), ("NL", "the Netherlands"), ("TW", "Taiwan"),
        ])
    func english(code: String, phrase: String) {
        let english = Typography(.english)
        #expect(english.inCountry(code) == "in \(phrase)")
        #expect(english.ofCountry(code) == "of \(phrase)")
    }

    @Test("are found by the codes of European programmes and in small letters")
    func aliases() {
        #expect(CountryName.named("EL")?.iso2 == "GR")
        #expect(CountryName.named("UK")?.iso2 == "GB")
        #expect(CountryName.named("kr")?.fr == "Corée du Sud")
        #expect(CountryName.named("XX") == nil)
        #expect(Typography(.french).inCountry("XX") == "XX")
    }

    @Test("cover those that agreements name most, once each")
    func coverage() {
        let codes = CountryName.all.map(\.iso2)
        #expect(Set(codes).count == codes.count)
        let named = """
            AT BE BG HR CY CZ DE DK EE ES FI FR GR HU IE IT LT LU LV MT NL PL PT RO SE SI SK GB CH NO \
            IS US CA BR CN IN JP KR TW SG IL RU MA DZ TN EG LB JO LY PS SY AM AZ BY GE MD UA AU NZ ZA \
            SN CI ML BF CM MX AR CL CO VN TH TR
            """
        let missing = named.split(whereSeparator: \.isWhitespace).map(String.init).filter {
            !codes.contains($0)
        }
        #expect(missing.isEmpty)
    }

    @Test("are never the long official ones of ISO 3166")
    func shortLabels() {
        for name in CountryName.all {
            let label = "\(name.fr) / \(name.en)"
            #expect(!label.contains(",") && !label.contains("(") && !label.contains("Province"), "\(label)")
        }
    }

    /// Where the ministry's file is not followed, and why.
    private static let departures: [String: String] = [
        "BH": "usage has no article: à Bahreïn", "CG": "our label is Congo, masculine",
        "FJ": "our label is Fidji, plural", "FR": "usage is « de France » after a noun",
        "GE": "our label is Géorgie", "GY": "the country is masculine: le Guyana",
        "HN": "the H does not elide: le Honduras", "IL": "usage has no article: Israël",
        "KM": "the name is plural: des Comores", "LV": "the table elides before L",
        "MM": "our label is Birmanie", "MO": "usage has no article: à Macao", "MU": "our label is Maurice",
        "MV": "the table lacks a space", "SL": "usage is feminine: la Sierra Leone",
        "SZ": "the country changed its name in 2018",
    ]

    @Test("agree with the ministry's table of articles, but for named departures")
    func ministryTable() throws {
        struct Entry: Decodable { let label, article1, article2: String }
        struct Codes: Decodable {
            // swift-format-ignore: AlwaysUseLowerCamelCase
            struct Code: Decodable { let alpha_2, alpha_3: String }
            let codes: [Code]
            enum CodingKeys: String, CodingKey { case codes = "3166-1" }
        }
        guard let articles = SharedData.read("pcri/countries_genres.json"),
            let iso = SharedData.read("iso-codes/iso_3166-1.json")
        else {
            print("Skipped: \(CountryName.all.count) countries, for want of the shared data folder")
            return
        }
        let entries = try JSONDecoder().decode([String: Entry].self, from: articles)
        let codes = try JSONDecoder().decode(Codes.self, from: iso).codes
        let iso3 = Dictionary(uniqueKeysWithValues: codes.map { ($0.alpha_2, $0.alpha_3) })
        var compared = 0
        for name in CountryName.all {
            guard let entry = entries[iso3[name.iso2] ?? "KOS"] else { continue }
            compared += 1
            // The table writes its articles with a straight apostrophe.
            let articles = [entry.article1, entry.article2].map { $0.replacing("'", with: "\u{2019}") }
            let agrees = name.frDe == articles[0] + name.fr && name.frLe == articles[1] + name.fr
            let departs = Self.departures[name.iso2] != nil
            #expect(agrees != departs, "\(name.iso2): \(name.frDe), \(name.frLe); table: \(entry)")
        }
        #expect(compared > 150)
    }
}

/// The data folder beside the package (or where `ENTENTE_SHARED` says), which a checkout may lack.
private enum SharedData {
    static func read(_ path: String) -> Data? {
        let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
            .standardized
        let shared =
            ProcessInfo.processInfo.environment["ENTENTE_SHARED"].map { URL(filePath: $0) }
            ?? package.appending(path: "../shared").standardized
        return try? Data(contentsOf: shared.appending(path: "data").appending(path: path))
    }
}
