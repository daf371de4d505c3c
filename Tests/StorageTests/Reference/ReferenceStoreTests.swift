import Agreements
import Engine
import Postgres
import Storage
import TestSupport
import Testing

@Suite("Reference data in PostgreSQL")
struct ReferenceStoreTests {
    private static let hash = String(repeating: "a", count: 64)
    private static let rows = [
        country("FR", "France"), country("KR", "South Korea"), country("GB", "United Kingdom"),
        country("DD", "German Democratic Republic", until: "1990-10-30", successors: ["DE"]),
        ReferenceRow(
            .region, "EU", member: "GB", name: LocalizedText(fr: "Union", en: "Union"), from: "1973-01-01",
            until: "2020-02-01"),
    ]

    private static func country(
        _ code: String, _ name: String, until: Day? = nil, successors: [String] = []
    ) -> ReferenceRow {
        ReferenceRow(
            .country, code, name: LocalizedText(fr: name, en: name), successors: successors, until: until)
    }

    @Test("Loading is idempotent, and rows hold on the days between their dates")
    func load() async throws {
        try await World.with { world in
            let store = ReferenceStore(world.pool)
            #expect(try await store.lastHash() == nil)
            #expect(try await store.load(Self.rows, sha256: Self.hash).opened == Self.rows.count)
            let again = try await store.load(Self.rows, sha256: Self.hash)
            #expect([again.opened, again.closed] == [0, 0])
            #expect(try await store.lastHash() == Self.hash)
            #expect(try await Set(store.rows()) == Set(Self.rows))
            #expect(try await store.rows(of: .region, on: "2020-01-31").map(\.member) == ["GB"])
            #expect(try await store.rows(of: .region, on: "2020-02-01").isEmpty)
            #expect(try await store.rows(of: .region, on: "1972-12-31").isEmpty)
        }
    }

    @Test("Nothing is ever deleted, and what a row says never changes")
    func kept() async throws {
        try await World.with { world in
            let store = ReferenceStore(world.pool)
            _ = try await store.load(Self.rows, sha256: Self.hash)
            let fewer = try await store.load([Self.country("KR", "Corea")], sha256: Self.hash)
            #expect([fewer.opened, fewer.closed] == [1, 3])
            #expect(try await store.rows().count == Self.rows.count + 1)
            #expect(try await store.rows(of: .country, on: "2015-12-31").map(\.code) == ["FR", "GB", "KR"])
            #expect(try await store.rows(of: .country, on: "2016-01-04").map(\.name.en) == ["Corea"])
            await #expect(throws: PostgresError.self) {
                try await world.pool.execute("DELETE FROM entente.reference")
            }
        }
    }

    @Test(
        "The register takes countries of the day only, and says what may have been meant",
        arguments: [
            ("KR", nil, ""), ("UK", "unknown_country", "GB"), ("RK", "unknown_country", "KR"),
            ("korea", "unknown_country", "KR"), ("XX", "unknown_country", "on 4 January 2016"),
            ("DD", "former_country", "since 30 October 1990: write DE"), ("kr", "unknown_country", "KR"),
        ])
    func register(country: String, code: String?, text: String) async throws {
        try await World.with { world in
            _ = try await ReferenceStore(world.pool).load(Self.rows, sha256: Self.hash)
            let party = Party(id: "new", name: "New", country: country, kind: .foreign, home: false)
            let command = RegisterCommand(
                requestID: "r", actor: nil, channel: .scenario,
                change: .organisationAdded(organisation: party))
            do {
                _ = try await world.register.apply(command)
                #expect(code == nil)
            } catch let refusal as Refusal {
                #expect(refusal.code == code)
                #expect(refusal.text.en.contains(text), "\(refusal.text.en)")
            }
        }
    }

    @Test("Without a list the two letters of ISO 3166 are known, and nothing else")
    func noList() async throws {
        try await World.with { world in
            for (country, isFine) in [("JP", true), ("XX", false), ("KOR", false), ("kr", false)] {
                let party = Party(id: "n", name: "N", country: country, kind: .foreign, home: false)
                let facts = Facts(now: World.start, institution: "inserm")
                let command = RegisterCommand(
                    requestID: "r", actor: nil, channel: .scenario,
                    change: .organisationAdded(organisation: party))
                #expect((try? Register.decide(command, facts: facts)) == nil ? !isFine : isFine)
            }
        }
    }
}
