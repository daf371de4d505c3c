import Agreements
import App
import Engine
import Foundation
import Postgres
import Testing
import Web

@Suite("What lists are narrowed to, on PostgreSQL")
struct ListFiltersOnPostgres {
    /// Two proposals that were sent.
    private static func proposals() async throws -> CommandLineSite {
        let site = try await CommandLineSite.laboratory()
        for name in ["LAB1", "LAB2"] {
            _ = try await CommandLineLifeTests.submit(try await site.proposal(), site, called: name)
        }
        return site
    }

    @Test("Each figure of the portfolio is the number of lines of the list that it leads to")
    func portfolio() async throws {
        let site = try await Self.proposals()
        try await site.withOwner {
            try await $0.execute(
                """
                UPDATE entente.agreement SET legal = 'in_force', term_start = '2016-01-01',
                    term_end = CASE WHEN id::text = (SELECT min(b.id::text) FROM entente.agreement b)
                        THEN date '2016-12-31' END
                """)
        }
        try await site.withInstallation { installation in
            let desk = WebDesk(installation)
            let office = try await Visitor.named("denis", "INT", installation)
            let view = try await desk.portfolio(office)
            let bars = view.charts.flatMap(\.bars)
            let figures =
                view.figures.map { ($0.path, $0.count) } + bars.map { ($0.path ?? "nowhere", $0.count) }
            for (path, count) in figures {
                let list = try await desk.table(.files, Self.query(path), office)
                #expect(list.count == count && list.rows.count == count, "\(path)")
            }
            let ends = try #require(view.charts.first { $0.key == "endYear" }).bars
            #expect(ends.map(\.label.en) == ["2016", "Open-ended"] && ends.map(\.count) == [1, 1])
            #expect(view.figures.contains { $0.count == 2 } && view.figures.contains { $0.count == 1 })
        }
    }

    private static func query(_ path: String) -> ListQuery {
        let items = URLComponents(string: path)?.queryItems ?? []
        return ListQuery(
            Dictionary(items.map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { first, _ in first }))
    }

    @Test("A file whose institute nobody stated is found as such, and one of an institute is not")
    func institute() async throws {
        let site = try await Self.proposals()
        try await site.withOwner {
            try await $0.execute(
                """
                UPDATE entente.agreement SET legal = 'in_force',
                    itmo = CASE WHEN id::text = (SELECT min(b.id::text) FROM entente.agreement b) THEN 'NNP' END
                """)
        }
        try await site.withInstallation { installation in
            let desk = WebDesk(installation)
            let office = try await Visitor.named("denis", "INT", installation)
            let bars = try await desk.portfolio(office).charts.first { $0.key == "itmo" }?.bars ?? []
            let none = try #require(bars.first { $0.label.en == "Not stated" })
            #expect(none.count == 1 && none.path == "/files?legal=in_force&itmo=-")
            #expect(try await desk.table(.files, ListQuery(["itmo": "-"]), office).count == 1)
            let filters = try await desk.filters(of: .files, office)
            for name in ["itmo", "ending"] {
                let choices = filters.first { $0.name == name }?.choices ?? []
                #expect(choices.contains { $0.value == "-" }, "\(name)")
            }
        }
    }

    @Test(
        "Mails are found by file, recipient and day; by file only for those who may know what mails are about"
    )
    func notices() async throws {
        let site = try await Self.proposals()
        try await site.withInstallation { installation in
            let desk = WebDesk(installation)
            let office = try await Visitor.named("denis", "INT", installation)
            let all = try await desk.table(.notices, ListQuery(), office)
            func count(_ values: [String: String], _ visitor: Visitor) async throws -> Int {
                let list = try await desk.table(.notices, ListQuery(values), visitor)
                #expect(list.count == list.rows.count, "\(values)")
                return list.count
            }
            let (first, second) = (
                try await count(["file": "lab1"], office), try await count(["file": "LAB2"], office)
            )
            #expect(first > 0 && second > 0 && first + second == all.count)
            #expect(try await count(["file": "lab1 lab2"], office) == 0)
            let addresses = all.rows.compactMap { row -> String? in
                guard case .text(let address) = row[2] else { return nil }
                return address
            }
            let address = try #require(addresses.first)
            #expect(
                try await count(["recipient": address.uppercased()], office)
                    == addresses.filter { $0 == address }.count)
            #expect(try await count(["recipient": "%"], office) == 0)
            #expect(try await count(["from": "2016-03-01", "until": "2016-03-01"], office) == all.count)
            #expect(try await count(["until": "2016-02-29"], office) == 0)
            #expect(try await count(["from": "2016-03-02"], office) == 0)
            let administrator = try await Visitor.named("denis", "ADM", installation)
            #expect(try await count(["file": "lab1"], administrator) == all.count)
            for list in [OfficeList.notices, .jobs] {
                let names = try await desk.filters(of: list, administrator).map(\.name)
                #expect(!names.contains("file") && names.contains("until"), "\(list)")
            }
        }
    }

    @Test("Jobs are found by kind, file and day")
    func jobs() async throws {
        let site = try await Self.proposals()
        try await site.withInstallation { installation in
            let desk = WebDesk(installation)
            let office = try await Visitor.named("denis", "INT", installation)
            func count(_ values: [String: String]) async throws -> Int {
                let list = try await desk.table(.jobs, ListQuery(values), office)
                #expect(list.count == list.rows.count, "\(values)")
                return list.count
            }
            let mails = try await count(["kind": "mail"])
            #expect(mails == (try await desk.table(.notices, ListQuery(), office).count))
            let (first, second) = (
                try await count(["kind": "mail", "file": "LAB1"]),
                try await count(["kind": "mail", "file": "LAB2"])
            )
            #expect(first > 0 && second > 0 && first + second == mails)
            #expect(try await count(["until": "2016-12-31"]) == 0)
            #expect(try await count(["from": "2016-12-31", "kind": "mail"]) == mails)
        }
    }

    private static let register: [(list: OfficeList, values: [String: String], count: Int)] = [
        (.organisations, ["text": "coree"], 1), (.organisations, ["text": "Korea"], 1),
        (.organisations, ["text": "Foreign body"], 1), (.organisations, ["text": "Japon"], 0),
        (.grants, ["text": "unité u1418"], 1), (.grants, ["text": "Unit U1418"], 1),
        (.people, ["text": "nowhere"], 0), (.calls, ["year": "2016"], 1), (.calls, ["year": "2015"], 0),
        (.calls, ["instrument": "LIA", "standing": "now"], 1), (.calls, ["standing": "past"], 0),
        (.calls, ["instrument": "GDRI"], 0), (.successions, ["kind": "itmo"], 1),
        (.successions, ["kind": "unit"], 0), (.successions, ["text": "i3m"], 1),
        (.successions, ["text": "Thematic"], 1),
    ]

    @Test("The register is found by what its lines show, in either language, with or without accents")
    func registers() async throws {
        let site = try await CommandLineSite.laboratory()
        let office = ["--as", "denis@inserm.example"]
        try await site.done(["grant", "add", "kim@inserm.example", "DU", "--scope", "unit:U1418"])
        try await site.done(["succession", "add", "itmo", "IHP", "I3M", "--on", "2016-04-01"] + office)
        try await site.withInstallation { installation in
            let office = try await Visitor.named("denis", "INT", installation)
            for (list, values, count) in Self.register {
                let table = try await WebDesk(installation).table(list, ListQuery(values), office)
                #expect(table.count == count && table.rows.count == count, "\(list) \(values)")
            }
            let years = try await WebDesk(installation).filters(of: .calls, office)
                .first { $0.name == "year" }?.choices?.map(\.value)
            #expect(years == ["2016"])
        }
    }
}
