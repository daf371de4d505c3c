import Agreements
import Engine
import Postgres
import Storage
import Testing

@Suite("Telling runners that there is work")
struct WorkNotificationTests {
    @Test(
        "A batch that records a decision tells them once, without saying what; one that records none does not"
    )
    func batches() async throws {
        try await World.with { (world) async throws in
            let ear = try await Ear(world)
            var draft = Draft()
            draft.owe("N04", to: world.anna)
            draft.request = RequestKey(actor: world.anna.description, id: "r1", fingerprint: "one")
            let (first, second) = (draft.commit, Draft().commit)
            #expect(try await world.agreements.commit([first, second]) == [.committed, .committed])
            #expect(try await ear.heard() == ["entente_work ''"])

            var stale = Draft(on: draft.decision.agreement)
            stale.record("act", [])
            stale.authority = [world.anna: 99]
            let answer = try #require(first.answer)
            #expect(try await world.agreements.commit([first, stale.commit]) == [.answered(answer), .stale])
            #expect(try await ear.heard() == [])
            await ear.close()
        }
    }

    @Test("Nothing is told of a batch that is rolled back")
    func rolledBack() async throws {
        try await World.with { (world) async throws in
            let ear = try await Ear(world)
            var draft = Draft()
            for _ in 0..<2 { draft.owe("N04", to: world.anna) }
            let commit = draft.commit
            await #expect(throws: PostgresError.self) { try await world.agreements.commit([commit]) }
            #expect(try await ear.heard() == [])
            await ear.close()
        }
    }

    @Test("A change of the register tells them too, since agreements may have to be told of it")
    func register() async throws {
        try await World.with { (world) async throws in
            let ear = try await Ear(world)
            _ = try await world.grant("DG", to: world.anna)
            #expect(try await ear.heard() == ["entente_work ''"])
            await ear.close()
        }
    }
}

extension WorkNotificationTests {
    /// Listens as a runner does, and to a channel of the test's own.
    private struct Ear {
        private static let fence = "fence"
        private let world: World
        private let connection: Connection

        init(_ world: World) async throws {
            self.world = world
            connection = try await Connection.connect(world.database)
            try await connection.listen(to: ["entente_work", Self.fence])
        }

        /// What was told until now: notifications arrive in the order of their commits.
        func heard() async throws -> [String] {
            try await world.pool.query("SELECT pg_notify(\(Self.fence), '')")
            var heard: [String] = []
            while true {
                let next = try #require(try await connection.nextNotification(within: .seconds(60)))
                if next.channel == Self.fence { return heard }
                heard.append("\(next.channel) '\(next.payload)'")
            }
        }

        func close() async { await connection.close() }
    }
}
