import Agreements
import Testing

@testable import Web

@Suite("The portfolio")
struct PortfolioTests {
    private static let today = Day(daysSinceEpoch: 18_628)

    private static var house: House {
        var house = House()
        let lia = LocalizedText(fr: "Laboratoire", en: "Laboratory")
        house.office.view = PortfolioView(
            today: today, figures: [.init("inForce", 1_204, path: "/files?legal=in_force")],
            charts: [
                .init(
                    "country",
                    [
                        .init(.init(fr: "Japon", en: "Japan"), 40, path: "/files?legal=in_force&country=JP"),
                        .init(.init(fr: "Non précisé", en: "Not stated"), 1, path: nil),
                    ])
            ],
            terms: [
                .init(
                    file: .init(fr: "LIA-1", en: "LIA-1"), path: "/files/LIA-1", subject: "A<B",
                    instrument: lia,
                    start: today.adding(months: -24), end: today.adding(months: 24).adding(days: -1))
            ])
        return house
    }

    private func get(_ path: String, roles: Set<String>) async throws -> Reply {
        let house = Self.house
        let guest = try await house.guest(roles: roles)
        return try await withServer(house: house) { wire in
            try await wire.page(path, of: guest)
        }
    }

    @Test("Each figure leads to the list that has as many lines, and each bar stands beside its number")
    func figures() async throws {
        let body = try await get("/portfolio?lang=en", roles: ["DG"]).body
        for text in [
            "<a href=\"/files?legal=in_force\">1,204</a>", "By country",
            "<a href=\"/files?legal=in_force&amp;country=JP\">Japan</a></th><td class=\"n\">40</td>",
            "<rect width=\"100\" height=\"8\"/>", "<rect width=\"2\" height=\"8\"/>", "A&lt;B",
            "1 January 2021",
        ] { #expect(body.contains(text), "\(text)") }
        #expect(!body.contains("style=\"") && body.count(of: "<h1") == 1)
    }

    @Test("A term is drawn on the scale of its years, and told in a table")
    func terms() {
        let chart = TermChart(
            terms: Self.house.office.view.terms, today: Self.today, language: .english,
            times: CivilTexts(language: .english, zone: .paris))
        let (bars, years) = (
            chart.values["bars"] as? [[String: Any]], chart.values["years"] as? [[String: Any]]
        )
        #expect(years?.compactMap { $0["year"] as? String } == ["2019", "2020", "2021", "2022"])
        #expect(bars?.first?["left"] as? String == "150" && bars?.first?["wide"] as? String == "810")
        #expect(chart.values["now"] as? String == "\(150 + 731 * 810 / 1_461)")
    }

    @Test("Where there is no room the names stand above the bars, and no years over one another")
    func narrowTerms() {
        let chart = TermChart(
            terms: Self.house.office.view.terms, today: Self.today, language: .english,
            times: CivilTexts(language: .english, zone: .paris), isNarrow: true)
        let bars = chart.values["bars"] as? [[String: Any]]
        #expect(bars?.first?["left"] as? String == "0" && bars?.first?["wide"] as? String == "360")
        #expect(bars?.first?["base"] as? String == "37" && bars?.first?["top"] as? String == "42")
    }

    @Test("Both pictures are there, each under names of its own")
    func pictures() async throws {
        let body = try await get("/portfolio?lang=en", roles: ["DG"]).body
        for shape in ["terms", "slim"] {
            #expect(body.count(of: "<svg class=\"\(shape)\"") == 1)
            #expect(body.count(of: "id=\"terms-title-\(shape)\"") == 1)
        }
    }

    @Test("Only those who see every file see the portfolio", arguments: [("PI_FR", 403), ("AUD", 200)])
    func access(role: String, status: Int) async throws {
        #expect(try await get("/portfolio", roles: [role]).status == status)
    }
}
