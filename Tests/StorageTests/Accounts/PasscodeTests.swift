import Agreements
import Engine
import Foundation
import Postgres
import Storage
import Testing

@Suite("Codes of notices in PostgreSQL")
struct PasscodeTests {
    /// A notice to Anna that was committed.
    private static func notice(_ door: AccountWorld) async throws -> UUID {
        var draft = Draft()
        draft.owe("N04", to: door.world.anna)
        _ = try await door.world.agreements.commit([draft.commit])
        return try #require(draft.notices.first?.id)
    }

    @Test("Five are made within an hour, each with the job that mails it")
    func made() async throws {
        try await AccountWorld.with { door in
            let notice = try await Self.notice(door)
            let ids = (0..<6).map { _ in UUID() }
            for id in ids.prefix(5) { #expect(try await door.store.makePasscode(id, notice: notice)) }
            #expect(try await !door.store.makePasscode(ids[5], notice: notice))
            #expect(try await door.count("SELECT count(*) FROM entente.passcode") == 5)
            let jobs: SQL = """
                SELECT count(*) FROM entente.job j JOIN entente.passcode p ON p.id::text = j.key
                WHERE j.kind = 'passcode' AND j.recipient = 'anna@lab.example' AND j.attempts_max = 5
                """
            #expect(try await door.count(jobs) == 5)
            try await door.world.pool.execute(
                "UPDATE entente.passcode SET created_at = created_at - interval '1 hour' WHERE id = \(ids[0])"
            )
            #expect(try await door.store.makePasscode(ids[5], notice: notice))
        }
    }

    @Test("Each try counts on all that are open, the newest first; after five, or its time, one is dead")
    func tries() async throws {
        try await AccountWorld.with { door in
            let notice = try await Self.notice(door)
            let (first, second) = (UUID(), UUID())
            _ = try await door.store.makePasscode(first, notice: notice)
            for _ in 0..<3 { #expect(try await door.store.tryPasscodes(notice: notice) == [first]) }
            _ = try await door.store.makePasscode(second, notice: notice)
            for _ in 0..<2 { #expect(try await door.store.tryPasscodes(notice: notice) == [second, first]) }
            #expect(try await door.store.tryPasscodes(notice: notice) == [second])
            try await door.world.pool.execute("UPDATE entente.passcode SET expires_at = clock_timestamp()")
            #expect(try await door.store.tryPasscodes(notice: notice) == [])
            #expect(try await !door.store.use(passcode: second))
        }
    }

    @Test("One is used once")
    func used() async throws {
        try await AccountWorld.with { door in
            let (notice, code) = (try await Self.notice(door), UUID())
            _ = try await door.store.makePasscode(code, notice: notice)
            #expect(try await door.store.use(passcode: code))
            #expect(try await !door.store.use(passcode: code))
            #expect(try await !door.store.use(passcode: UUID()))
            #expect(try await door.store.tryPasscodes(notice: notice) == [])
        }
    }

    @Test("Its reader is the notice's own, until it is withdrawn; the session is for that notice")
    func reader() async throws {
        try await AccountWorld.with { door in
            let notice = try await Self.notice(door)
            #expect(try await door.store.reader(of: notice) == door.world.anna)
            #expect(try await door.store.reader(of: UUID()) == nil)
            try await door.open("a", notice: notice)
            #expect(try await door.visitor("a")?.notice == notice)
            try await door.world.pool.execute(
                "UPDATE entente.notice SET status = 'withdrawn' WHERE id = \(notice)")
            #expect(try await door.store.reader(of: notice) == nil)
        }
    }
}
