import Agreements
import Testing

@testable import Web

@Suite("What waits for somebody")
struct WorklistTests {
    private static func house(_ items: [WorkItem]) -> House {
        var house = House()
        house.files.work = items
        return house
    }

    @Test(
        "Each line says what is asked, of which file, for whom and until when, in either language",
        arguments: [
            ("fr", ["Décider", "Laboratoire", "Corée, Japon", "15\u{202F}000\u{00A0}€", "15 juin 2016"]),
            ("en", ["Decide", "Laboratory", "Korea, Japan", "€15,000", "15 June 2016"]),
        ])
    func lines(language: String, expected: [String]) async throws {
        let house = Self.house([.sample("LIA-1", isOverdue: true), .sample("LIA-2")])
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let body = try await wire.page("/todo?lang=\(language)", of: guest).body
            for text in expected + ["href=\"/files/LIA-1\"", "href=\"/files/LIA-2\"", "AURORE"] {
                #expect(body.contains(text), "\(text)")
            }
            #expect(body.count(of: "<li class=\"late\">") == 1 && body.count(of: "<h2>") == 2)
            let first = try #require(body.firstRange(of: "LIA-1")).lowerBound
            let second = try #require(body.firstRange(of: "LIA-2")).lowerBound
            #expect(first < second, "in the order that they came")
        }
    }

    @Test("A line leads to what is there: opinions of a file that was sent, changes of a text that has any")
    func links() async throws {
        var (draft, sent, changed) = (
            WorkItem.sample("a"), WorkItem.sample("LIA-1"), WorkItem.sample("LIA-2")
        )
        draft.reference = nil
        changed.hasChanges = true
        sent.about = .init(fr: "Rapport annuel 2016", en: "Annual report 2016")
        let house = Self.house([draft, sent, changed])
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let body = try await wire.page("/todo?lang=en", of: guest).body
            #expect(body.contains("/files/LIA-2/changes") && !body.contains("/files/LIA-1/changes"))
            #expect(body.contains("/files/LIA-1#opinions") && !body.contains("/files/a#opinions"))
            #expect(body.contains("Decide – Annual report 2016"))
        }
    }

    @Test("What is due first is first, of one deadline the older step; what is due on no day comes last")
    func order() throws {
        let steps: [(name: String, due: String?, since: String)] = [
            ("undated, young", nil, "2016-05-01"), ("late", "2016-01-31", "2016-01-04"),
            ("undated, old", nil, "2016-01-02"), ("next, young", "2016-06-15", "2016-05-02"),
            ("next, old", "2016-06-15", "2016-03-01"),
        ]
        let items = try steps.map { step in
            var item = WorkItem.sample(step.name)
            item.due = try step.due.map { try Instant(parsing: "\($0)T00:00:00.000Z") }
            item.since = try Instant(parsing: "\(step.since)T00:00:00.000Z")
            return item
        }
        #expect(
            items.sorted { $0.isDueBefore($1) }.map(\.file)
                == ["late", "next, old", "next, young", "undated, old", "undated, young"])
    }

    @Test(
        "A step says who proposes what; where it does not know where, nothing stands in its place",
        arguments: [
            ("fr", "Réservoirs de résistance", "proposé par Anne Roy · 15\u{202F}000\u{00A0}€ par an"),
            ("en", "Reservoirs of resistance", "proposed by Anne Roy · €15,000 a year"),
        ])
    func project(language: String, title: String, details: String) async throws {
        var item = WorkItem.sample("a")
        (item.countries, item.lead) = ([], "Anne Roy")
        item.project = .init(fr: "Réservoirs de résistance", en: "Reservoirs of resistance")
        let house = Self.house([item])
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let body = try await wire.page("/todo?lang=\(language)", of: guest).body
            #expect(body.contains("<p>\(title)</p>") && body.contains("<p class=\"quiet\">\(details) · "))
        }
    }

    @Test("A deadline at the end of a day names that day")
    func endOfDay() async throws {
        var item = WorkItem.sample("LIA-1")
        item.due = try Instant(parsing: "2021-05-26T22:00:00.000Z")
        let house = Self.house([item])
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let french = try await wire.page("/todo?lang=fr", of: guest).body
            #expect(french.contains("26 mai 2021 à 24\u{A0}h"))
            let english = try await wire.page("/todo?lang=en", of: guest).body
            #expect(english.contains("26 May 2021, 24:00"))
        }
    }

    @Test("Whatever people typed is shown as text, and an odd name makes a safe address")
    func hostile() async throws {
        let house = Self.house([.hostile])
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let body = try await wire.page("/todo?lang=en", of: guest).body
            #expect(!body.contains("<script") && body.contains("&lt;script&gt;"))
            #expect(body.contains("href=\"/files/a%2Fb%3Fc%23d%3Ce%3E\""))
            #expect(body.contains(Catalogue.text("todo.noDue").en))
        }
    }

    @Test("A long list comes fifty steps a page, and tells how many there are")
    func pages() async throws {
        let house = Self.house((1...120).map { .sample("LIA-\($0)") })
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let first = try await wire.page("/todo?lang=en", of: guest).body
            #expect(first.count(of: "<h2>") == 50 && first.contains("120 ") && first.contains("page 1 of 3"))
            #expect(first.contains("href=\"/todo?lang=en&amp;page=2\"") && !first.contains("rel=\"prev\""))
            let last = try await wire.page("/todo?lang=en&page=3", of: guest).body
            #expect(
                last.count(of: "<h2>") == 20 && last.contains("LIA-120") && !last.contains("rel=\"next\""))
            let beyond = try await wire.page("/todo?lang=en&page=4", of: guest)
            #expect(beyond.status == 303 && beyond.headers["location"] == "/todo?lang=en&page=3")
        }
    }

    @Test("When nothing waits, it says so")
    func empty() async throws {
        let house = Self.house([])
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let body = try await wire.page("/todo?lang=en", of: guest).body
            #expect(body.contains(Catalogue.text("todo.empty").en) && !body.contains("<ol class=\"work\">"))
        }
    }
}
