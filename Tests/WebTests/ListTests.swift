import Agreements
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
        arguments: ["legal=all", "sort=drop", "page=0", "page=x", "page=99999999999999999999"])
    func refused(query: String) async throws {
        let reply = try await get("/files?\(query)")
        #expect(reply.status == 400)
        #expect((reply.member("code") == "unknown_filter") == !query.hasPrefix("page"))
        #expect(try await get("/files?legal=in_force&page=2").status == 200)
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
