import Agreements
import Engine
import Postgres
import Storage
import Testing

@Suite("What a file waits on")
struct AwaitedTests {
    @Test("What waits on a date is as old as its stage, whatever happens there meanwhile")
    func age() async throws {
        try await World.with { (world) async throws in
            func before(_ seconds: Int64) -> Instant { World.start.adding(milliseconds: -seconds * 1_000) }
            var draft = Draft(at: before(90))
            #expect(try await world.agreements.commit([draft.commit]) == [.committed])
            func since() async throws -> [Instant] {
                try await world.pool.execute("UPDATE entente.task SET closed_seq = 1, closed_at = now()")
                return try await Catalogue(world.pool).awaited(
                    AwaitedFilter(awaited: .date), offset: 0, limit: 9
                ).map(\.since)
            }
            draft = Draft(on: draft.decision.agreement)
            draft.record("edit", [], at: before(60))
            #expect(try await world.agreements.commit([draft.commit]) == [.committed])
            #expect(try await since() == [before(90)])
            draft = Draft(on: draft.decision.agreement)
            let movement = Movement(
                configuration: ["admissibility"], state: ["admissibility"], history: [:], left: ["draft"],
                entered: ["admissibility"])
            draft.record("submit", [.moved(path: "life", movement: movement)], at: before(30))
            #expect(try await world.agreements.commit([draft.commit]) == [.committed])
            #expect(try await since() == [before(30)])
        }
    }

    @Test("A mail on its way comes before people, one that did not arrive behind them")
    func mails() async throws {
        try await World.with { world in
            var draft = Draft()
            draft.owe("N01", to: world.anna)
            #expect(try await world.agreements.commit([draft.commit]) == [.committed])
            let catalogue = Catalogue(world.pool)
            func awaited() async throws -> [Awaited] { try await catalogue.awaitedCounts().map(\.awaited) }
            #expect(try await awaited() == [.job])
            try await world.pool.execute(
                """
                UPDATE entente.job SET state = 'dead', done_at = clock_timestamp(), last_error = '550'
                WHERE kind = 'mail'
                """)
            #expect(try await awaited() == [.person])
            let listed = try await catalogue.awaited(AwaitedFilter(awaited: .person), offset: 0, limit: 9)
            #expect(listed.map(\.since) == [World.start])
            try await world.pool.execute("UPDATE entente.task SET closed_seq = 2, closed_at = now()")
            #expect(try await awaited() == [.job])
        }
    }
}
