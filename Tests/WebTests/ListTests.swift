import Agreements
import Foundation
import Testing

@testable import Web

@Suite("Lists")
struct ListTests {
    private static let table = ListTable(
        [.file, .subject, .legal, .countries, .end],
        [
            [
                .link("LIA-2016-001", to: "/files/LIA-2016-001"), .text("=HYPERLINK(\"x\")"),
                .tag(.init(fr: "En vigueur", en: "In force"), code: "in_force"),
                .several([.init(fr: "Japon", en: "Japan"), .init(fr: "Corée du Sud", en: "South Korea")]),
                .day(Day(daysSinceEpoch: 18_627)),
            ]
        ], count: 120)

    private static let filters = [
        ListFilter("text", nil),
        ListFilter("legal", [FormChoice("in_force", .init(fr: "En vigueur", en: "In force"))]),
        .day("endsFrom"),
        ListFilter("sort", [FormChoice("recent", .init(fr: "R", en: "R"))], isFixed: true),
    ]

    private func get(_ path: String, roles: Set<String> = ["PI_FR"], _ house: House = House()) async throws
        -> Reply
    {
        var house = house
        house.office.choices = Self.filters
        house.office.list = Self.table
        let guest = try await house.guest(roles: roles)
        return try await withServer(house: house) { wire in
            try await wire.page(path, of: guest)
        }
    }

    @Test(
        "In French none and one are singular, in English one only",
        arguments: [
            (0, "0 ligne", "0 lines"), (1, "1 ligne", "1 line"), (2, "2 lignes", "2 lines"),
        ])
    func counted(count: Int, french: String, english: String) async throws {
        for (language, said, other) in [("fr", french, "lignes"), ("en", english, "lines")] {
            var house = House()
            house.office.choices = Self.filters
            house.office.list = ListTable([.file], [], count: count)
            let guest = try await house.guest(roles: ["PI_FR"])
            let body = try await withServer(house: house) { wire in
                try await wire.page("/files?lang=\(language)", of: guest).body
            }
            let told = try #require(body.components(separatedBy: "id=\"list\">").last?.prefix(20))
            #expect(told.hasPrefix(said) && told.contains(other) == said.hasSuffix("s"), "\(told)")
        }
    }

    @Test("A list shows its lines, keeps its filters in the address and leads to the next page")
    func page() async throws {
        let body = try await get("/files?lang=en&legal=in_force&text=a%26b").body
        for text in [
            "<a href=\"/files/LIA-2016-001\" class=\"short\">LIA-2016-001</a>",
            "<span class=\"tag in_force\">In force</span>",
            "Japan, South Korea", "<time datetime=\"2020-12-31\">31 December 2020</time>", "120 lines",
            "value=\"a&amp;b\"", "page 1 of 3", "legal=in_force&amp;text=a%26b&amp;page=2",
            "href=\"/files.csv?lang=en&amp;legal=in_force&amp;text=a%26b\"",
        ] { #expect(body.contains(text), "\(text)") }
        #expect(!body.contains("rel=\"prev\"") && !body.contains("style=\""))
        #expect(body.count(of: "<th scope=") == body.count(of: "<th") - body.count(of: "<thead"))
    }

    @Test("A spreadsheet is UTF-8 with its mark, and holds no formula")
    func sheet() async throws {
        let reply = try await get("/files.csv?lang=fr&legal=in_force")
        #expect(
            reply.status == 200 && reply.headers["content-type"] == "text/csv; charset=utf-8; header=present")
        #expect(reply.headers["content-disposition"] == "attachment; filename=\"files.csv\"")
        #expect(reply.body.hasPrefix("\u{FEFF}Dossier,Objet,"))
        #expect(
            reply.body.contains(
                "LIA-2016-001,\"'=HYPERLINK(\"\"x\"\")\",En vigueur,Japon; Corée du Sud,2020-12-31\r\n"))
    }

    @Test(
        "What cannot be chosen is refused rather than passed over",
        arguments: [
            "legal=all", "sort=drop", "endsFrom=2021-02-30", "endsFrom=soon", "page=0", "page=x",
            "page=99999999999999999999",
        ])
    func refused(query: String) async throws {
        let reply = try await get("/files?\(query)")
        #expect(reply.status == 400)
        #expect((reply.member("code") == "unknown_filter") == !query.hasPrefix("page"))
        #expect(try await get("/files?legal=in_force&page=2").status == 200)
    }

    @Test("A day is asked for in a field of its own, and handed on as it was chosen")
    func day() async throws {
        let body = try await get("/files?endsFrom=2021-02-28").body
        #expect(body.contains("name=\"endsFrom\" type=\"date\" value=\"2021-02-28\""))
        #expect(body.contains("name=\"text\" type=\"search\" maxlength=\"200\" value=\"\""))
        #expect(ListQuery(["endsFrom": "2021-02-28"]).day("endsFrom") == Day(daysSinceEpoch: 18_686))
        #expect(ListQuery().day("endsFrom") == nil)
    }

    @Test(
        "Beyond the last page a list leads to the last, with all else that was asked",
        arguments: [
            ("legal=in_force&page=4", 120, "/files?legal=in_force&page=3"),
            ("page=41&lang=en", 120, "/files?lang=en&page=3"), ("page=3&lang=en", 44, "/files?lang=en"),
            ("page=2", 0, "/files"),
        ])
    func beyond(query: String, count: Int, location: String) async throws {
        var house = House()
        house.office.choices = Self.filters
        house.office.list = ListTable([.file], [], count: count)
        let guest = try await house.guest(roles: ["PI_FR"])
        let reply = try await withServer(house: house) { wire in
            try await wire.page("/files?\(query)", of: guest)
        }
        #expect(reply.status == 303 && reply.headers["location"] == location)
    }

    @Test("Of more lines than are counted a list says so")
    func more() async throws {
        var house = House()
        house.office.choices = []
        house.office.list = ListTable([.file], [[.text("x")]], count: 10_000, isMore: true)
        let guest = try await house.guest(roles: ["INT"])
        let body = try await withServer(house: house) { wire in
            try await wire.page("/ops/notices?lang=en", of: guest)
        }.body
        #expect(body.contains("more than 10,000"))
    }
}
