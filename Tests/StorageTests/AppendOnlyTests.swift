import Agreements
import Engine
import Foundation
import Jobs
import Postgres
import Storage
import TestSupport
import Testing

@Suite("What was recorded stays")
struct AppendOnlyTests {
    static let attempts: [String] = [
        "UPDATE entente.event SET type = 'edited'", "DELETE FROM entente.event", "TRUNCATE entente.event",
    ]

    @Test("No serving role can change an event", arguments: ["app", "engine", "worker", "audit"], attempts)
    func servingRoles(role: String, attempt: String) async throws {
        try await World.with { world in
            _ = try await world.agreements.commit([Draft().commit])
            try await world.pool.withConnection { connection in
                try await connection.execute(script: "SET ROLE entente_\(role)", name: "role")
                let error = await Self.failure {
                    try await connection.execute(script: attempt, name: "attempt")
                }
                #expect(error?.sqlState == "42501")
                try await connection.execute(script: "RESET ROLE", name: "role")
            }
        }
    }

    @Test(
        "The owner of the tables cannot either: a trigger stops every statement, those of a replica too",
        arguments: attempts, ["origin", "replica"])
    func owner(attempt: String, role: String) async throws {
        try await World.with { world in
            _ = try await world.agreements.commit([Draft().commit])
            try await world.pool.withConnection { connection in
                try await connection.execute(
                    script: "SET session_replication_role = '\(role)'", name: "replication")
                let error = await Self.failure {
                    try await connection.execute(script: attempt, name: "attempt")
                }
                #expect(error?.sqlState == "42501")
            }
        }
    }

    @Test("The engine's role is enough to record decisions and register changes, the worker's for jobs")
    func roles() async throws {
        try await World.with { world in
            try await world.asRole("entente_engine") { pool in
                let store = try await PostgresAgreementStore(pool)
                var draft = Draft()
                draft.owe("N04", to: world.anna)
                #expect(try await store.commit([draft.commit]) == [.committed])
                let register = try await RegisterStore(pool, salt: { Array(repeating: 7, count: 16) })
                let grant = Grant(
                    id: Grant.ID(UUID()), person: world.anna, role: "DG", scope: .everything,
                    from: World.start)
                try await register.apply(
                    RegisterCommand(
                        requestID: "r", actor: nil, channel: .scenario, change: .granted(grant: grant)),
                    decide: { command, _ in command.change })
                try await LegalClock(pool).advance(to: World.start.adding(milliseconds: 1))
                try await pool.query("SELECT * FROM entente.commit_batch('[]', true)")
            }
            try await world.asRole("entente_worker") { pool in
                let store = PostgresJobStore(pool)
                let claim = JobStore.Claim(kinds: ["mail"], limit: 9, lease: .seconds(9), runner: "test")
                let job = try #require(try await store.port.claim(claim).first)
                #expect(try await store.port.settle(.dead(error: "550"), job.fence))
                let isRedriven = try await store.redrive(job.id)
                #expect(isRedriven)
            }
        }
    }

    static func failure(_ body: () async throws -> Void) async -> PostgresError? {
        do {
            try await body()
            return nil
        } catch { return error as? PostgresError }
    }
}
