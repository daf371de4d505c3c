import Agreements
import Storage
import Testing

@Suite("Questions about definitions")
struct DefinitionQueryTests {
    @Test("Files are counted by version and state as the office's list has them")
    func counts() async throws {
        try await World.with { world in
            _ = try await world.agreements.commit([Draft().commit, Draft().commit])
            try await world.asRole("entente_app") { (pool) async throws in
                let catalogue = Catalogue(pool)
                let counts = try await catalogue.stateCounts(of: "lia", "2016.1")
                #expect(
                    counts == [StateCount(["draft"], .person, count: 2, oldest: World.start)])
                #expect(try await catalogue.stepAges(of: "lia", "2016.1") == ["draft": World.start])
                #expect(try await catalogue.stepAges(of: "lia", "2016.2").isEmpty)
                for (version, count) in [("2016.1", 2), ("2016.2", 0)] {
                    let filter = AwaitedFilter(workflow: "lia", version: version)
                    #expect(try await catalogue.count(of: filter) == count)
                    let rows = try await catalogue.awaited(filter, offset: 0, limit: 10)
                    #expect(rows.map(\.version) == Array(repeating: version, count: count))
                }
                #expect(try await catalogue.stateCounts(of: "lia", "2016.2") == [])
                let definitions = try await catalogue.definitions()
                #expect(definitions.map(\.running) == [2] && definitions.map(\.publisher) == [nil])
            }
        }
    }

    @Test("Nobody sees the files of a version through its counts who may not see the files")
    func sight() async throws {
        try await World.with { world in
            _ = try await world.agreements.commit([Draft().commit])
            try await world.asRole("entente_app") { (pool) async throws in
                let catalogue = Catalogue(pool, sight: .person(world.bruno))
                #expect(try await catalogue.stateCounts(of: "lia", "2016.1") == [])
                #expect(try await catalogue.definitions().map(\.running) == [0])
            }
        }
    }
}
