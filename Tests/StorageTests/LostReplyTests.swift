import Agreements
import Engine
import Foundation
import Postgres
import Storage
import TestSupport
import Testing

@Suite("A line that fails")
struct LostReplyTests {
    /// Runs `body` with a pool over a line that fails when it is told to.
    private static func over(
        _ world: World, _ body: (FaultyLine, Pool) async throws -> Void
    ) async throws {
        let line = try FaultyLine(to: world.database)
        let pool = Pool(line.configuration)
        do {
            try await body(line, pool)
            await pool.shutdown()
        } catch {
            await pool.shutdown()
            throw error
        }
    }

    private static func draft() -> Draft {
        var draft = Draft()
        draft.request = RequestKey(actor: "anna", id: "lost-\(UUID().uuidString)", fingerprint: "f")
        return draft
    }

    @Test("A decision whose reply is lost is recorded once and gets its first answer", arguments: [1, 2])
    func decision(losses: Int) async throws {
        try await World.with { world in
            try await Self.over(world) { line, pool in
                let (store, commit) = (try await PostgresAgreementStore(pool), Self.draft().commit)
                line.fail(.loseReply, at: try #require(commit.request).id, times: losses)
                #expect(try await store.commit([commit]) == [.answered(try #require(commit.answer))])
                #expect(line.failures == losses)
                let stream = commit.decision.agreement.id.description
                #expect(try await Catalogue(world.pool).history(of: stream).count == 1)
            }
        }
    }

    @Test("When no reply comes the outcome is unknown; the same request later gets its first answer")
    func unknown() async throws {
        try await World.with { world in
            try await Self.over(world) { line, pool in
                let (store, commit) = (try await PostgresAgreementStore(pool), Self.draft().commit)
                line.fail(.loseReply, at: try #require(commit.request).id, times: 3)
                let error = await #expect(throws: PostgresError.self) { try await store.commit([commit]) }
                #expect(error?.kind == .outcomeUnknown && line.failures == 3)
                #expect(try await store.commit([commit]) == [.answered(try #require(commit.answer))])
                let stream = commit.decision.agreement.id.description
                #expect(try await Catalogue(world.pool).history(of: stream).count == 1)
            }
        }
    }

    @Test(
        "A change of the register whose reply is lost is recorded once and gets its first answer",
        arguments: [1, 2])
    func register(losses: Int) async throws {
        try await World.with { world in
            let before = try await Catalogue(world.pool).history(of: "register").count
            try await Self.over(world) { line, pool in
                let store = try await RegisterStore(pool, salt: { Array(repeating: 7, count: 16) })
                let grant = Grant(
                    id: Grant.ID(UUID()), person: world.anna, role: "DG", scope: .everything,
                    from: World.start)
                let command = RegisterCommand(
                    requestID: "lost", actor: nil, channel: .commandLine, change: .granted(grant: grant))
                line.fail(.loseReply, at: "COMMIT\0", times: losses)
                let answer = try await store.apply(command)
                #expect(line.failures == losses)
                #expect(answer.seq == before + 1)
                #expect(try await store.apply(command) == answer)
                #expect(try await store.isRecorded(command))
            }
            #expect(try await Catalogue(world.pool).history(of: "register").count == before + 1)
            #expect(try await Catalogue(world.pool).grants().count == 1)
        }
    }

    @Test("What was filled in for the sender does not make another request; what was asked does")
    func asked() async throws {
        try await World.with { world in
            var grant = Grant(
                id: Grant.ID(UUID()), person: world.anna, role: "DG", scope: .everything, from: World.start)
            let asked = RegisterChange.granted(grant: grant)
            var answers: [RegisterAnswer] = []
            for minutes in [0, 5] {
                grant.from = World.start.adding(milliseconds: Int64(minutes) * 60_000)
                let command = RegisterCommand(
                    requestID: "r", actor: nil, channel: .commandLine, change: .granted(grant: grant),
                    asked: asked)
                answers.append(try await world.register.apply(command))
            }
            #expect(answers[0] == answers[1])
            grant.role = "INT"
            let other = RegisterCommand(
                requestID: "r", actor: nil, channel: .commandLine, change: .granted(grant: grant))
            await #expect(throws: StorageFault.requestIDReused) { try await world.register.apply(other) }
            await #expect(throws: StorageFault.requestIDReused) { try await world.register.isRecorded(other) }
        }
    }

    @Test(
        "A line that is cut in the middle of a query: nothing was changed, and the next query finds another")
    func cut() async throws {
        try await World.with { world in
            try await Self.over(world) { line, pool in
                line.fail(.cut, at: "pg_sleep")
                let error = await #expect(throws: PostgresError.self) {
                    try await pool.query(SQL("sleep", "SELECT pg_sleep(600)").readOnly())
                }
                #expect(error?.kind == .unavailable(.lost) && error?.isCertainlyNotApplied == true)
                let next = try await pool.value(Int.self, "SELECT 1")
                #expect(next == 1 && line.failures == 1)
            }
        }
    }
}
