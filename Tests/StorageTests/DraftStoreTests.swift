import Agreements
import Engine
import Postgres
import Storage
import TestSupport
import Testing

@Suite("Forms that were begun")
struct DraftStoreTests {
    @Test("A form is kept whole under its name, replaced, found by its owner only, and forgotten")
    func keep() async throws {
        try await World.with { world in
            try await world.asRole("entente_app") { (pool) async throws in
                try await Self.check(PostgresDraftStore(pool), world)
                #expect(try await pool.value(Int.self, "SELECT count(*) FROM entente.draft") == 0)
            }
            try await Self.check(InMemoryDrafts(), world)
        }
    }

    private static func check(_ drafts: any DraftStore, _ world: World) async throws {
        let values: FormValues = [
            "f.title": ["Été « \"1\" »\n2"], "parties": ["inserm", "snu"], "f.empty": [""],
        ]
        #expect(try await drafts.save(values, as: "propose/lia.1", of: world.anna))
        #expect(try await drafts.form("propose/lia.1", of: world.anna)?.values == values)
        #expect(try await drafts.form("propose/lia.1", of: world.bruno) == nil)
        #expect(try await drafts.save(["a": ["b"]], as: "propose/lia.1", of: world.anna))
        #expect(try await drafts.save([:], as: "propose_lia.2", of: world.anna))
        let forms = try await drafts.forms("propose/", of: world.anna)
        #expect(forms.map(\.name) == ["propose/lia.1"] && forms.first?.values == ["a": ["b"]])
        let (old, new): (FormValues, FormValues) = (["a": ["b"]], ["a": ["c"], "d": []])
        #expect(try await !drafts.replace(old, by: new, as: "propose/lia.1", of: world.bruno))
        #expect(try await drafts.replace(old, by: new, as: "propose/lia.1", of: world.anna))
        #expect(try await !drafts.replace(old, by: ["a": ["e"]], as: "propose/lia.1", of: world.anna))
        #expect(try await drafts.form("propose/lia.1", of: world.anna)?.values == new)
        #expect(try await !drafts.replace([:], by: new, as: "propose/lia.3", of: world.anna))
        #expect(try await drafts.form("propose/lia.3", of: world.anna) == nil, "What is gone stays gone.")
        try await drafts.discard("propose/lia.1", of: world.bruno)
        #expect(try await drafts.form("propose/lia.1", of: world.anna) != nil)
        try await drafts.discard("propose/lia.1", of: world.anna)
        #expect(try await drafts.form("propose/lia.1", of: world.anna) == nil)
    }

    @Test("A form is kept as of legal time, anew each time that it is saved")
    func savedAt() async throws {
        try await World.with { world in
            let later = World.start.adding(milliseconds: 60_000)
            try await world.asRole("entente_app") { (pool) async throws in
                let drafts = PostgresDraftStore(pool)
                for (now, values) in [(World.start, ["a": ["b"]]), (later, ["a": ["c"]])] {
                    try await world.clock.advance(to: now)
                    #expect(try await drafts.save(values, as: "propose/lia.1", of: world.anna))
                    let form = try await drafts.form("propose/lia.1", of: world.anna)
                    #expect(form?.savedAt == now && form?.values == values)
                }
            }
        }
    }

    @Test("Nobody keeps more than their share; what is kept can still be changed")
    func share() async throws {
        try await World.with { world in
            try await world.asRole("entente_app") { (pool) async throws in
                let drafts = PostgresDraftStore(pool)
                for number in 1...SavedForm.countMax {
                    #expect(try await drafts.save([:], as: "form/\(number)", of: world.anna))
                }
                #expect(try await !drafts.save([:], as: "form/0", of: world.anna))
                #expect(try await drafts.save(["a": ["b"]], as: "form/1", of: world.anna))
                #expect(try await drafts.save([:], as: "form/0", of: world.bruno))
            }
        }
    }

    @Test(
        "Organisations are found by name, id or country, those named first; wildcards are taken as they are")
    func organisations() async throws {
        try await World.with { world in
            try await world.asRole("entente_app") { (pool) async throws in
                let catalogue = Catalogue(pool)
                func found(_ text: String?, _ countries: [String] = [], _ kept: [String] = []) async throws
                    -> [String]
                {
                    try await catalogue.organisations(matching: text, countries: countries, keeping: kept)
                        .map(\.id)
                }
                #expect(try await found(nil) == ["inserm", "snu"])
                #expect(try await found("seoul") == ["snu"])
                #expect(try await found("SNU", [], ["inserm"]) == ["inserm", "snu"])
                #expect(try await found("corée", ["KR"]) == ["snu"])
                #expect(try await found("%") == [])
                #expect(try await found(nil, [], ["snu"]) == ["snu", "inserm"])
            }
        }
    }

    @Test("A person is found by the whole of an address or name, else by a part of the name")
    func people() async throws {
        try await World.with { world in
            try await world.asRole("entente_app") { (pool) async throws in
                let catalogue = Catalogue(pool)
                func found(_ text: String) async throws -> [String] {
                    try await catalogue.people(matching: text).compactMap(\.name)
                }
                #expect(try await found("anna berg") == ["Anna Berg"])
                #expect(try await found("ANNA@lab.example") == ["Anna Berg"])
                #expect(try await found("r") == ["Anna Berg", "Bruno Caro"])
                #expect(try await found("_") == [])
                #expect(try await found(world.bruno.description) == ["Bruno Caro"])
            }
        }
    }
}
