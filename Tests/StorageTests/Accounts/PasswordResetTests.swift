import Agreements
import Engine
import Foundation
import Postgres
import Storage
import Testing

@Suite("Resets of passwords in PostgreSQL")
struct PasswordResetTests {
    private static let jobs: SQL =
        "SELECT count(*) FROM entente.job WHERE kind = 'reset' AND recipient IS NULL"

    @Test("Whoever has a password is mailed a code of ten minutes; it serves once")
    func made() async throws {
        try await AccountWorld.with { door in
            let (store, hash) = (door.store, AccountWorld.hash("a"))
            try await store.setPassword("scrypt$first", of: door.world.anna)
            try await store.makeReset(UUID(), hash: hash, address: "ANNA@Lab.example")
            #expect(try await door.count(Self.jobs) == 1)
            #expect(try await store.invited(hash: hash) == door.world.anna)
            let short: SQL = """
                SELECT count(*) FROM entente.invitation
                WHERE expires_at - created_at = interval '10 minutes'
                """
            #expect(try await door.count(short) == 1)
            try await door.world.asRole("entente_worker") { pool in
                let id = UUID()
                let letter = try #require(try await PasscodeStore(pool).loadReset(id, hash: hash))
                #expect(letter.id == id && letter.name == "Anna Berg" && letter.address == "anna@lab.example")
                #expect(letter.isOpen && !letter.languages.isEmpty)
                #expect(try await store.use(invitation: hash))
                #expect(try await PasscodeStore(pool).loadReset(id, hash: hash)?.isOpen == false)
            }
            #expect(try await store.invited(hash: hash) == nil)
        }
    }

    @Test(
        "As much is written for an address that is nobody's, has no password or is disabled, and nothing is mailed",
        arguments: ["nobody@lab.example", "bruno@lab.example", "anna@lab.example", "'", ""])
    func nobody(address: String) async throws {
        try await AccountWorld.with { door in
            let (store, hash) = (door.store, AccountWorld.hash("a"))
            try await store.setPassword("scrypt$first", of: door.world.anna)
            try await door.world.pool.execute(
                "UPDATE entente.account SET disabled_at = clock_timestamp() WHERE person = \(door.world.anna)"
            )
            try await store.makeReset(UUID(), hash: hash, address: address)
            #expect(try await door.count("SELECT count(*) FROM entente.invitation WHERE person IS NULL") == 1)
            #expect(try await door.count(Self.jobs) == 1)
            #expect(try await store.invited(hash: hash) == nil)
            #expect(try await !store.use(invitation: hash))
            try await door.world.asRole("entente_worker") { pool in
                let letter = try await PasscodeStore(pool).loadReset(UUID(), hash: hash)
                #expect(letter == nil)
            }
        }
    }

    @Test("Five within an hour are mailed; those of nobody are forgotten when their time is over")
    func limits() async throws {
        try await AccountWorld.with { door in
            try await door.store.setPassword("scrypt$first", of: door.world.anna)
            for digit in "0123456" {
                try await door.store.makeReset(
                    UUID(), hash: AccountWorld.hash(digit), address: "anna@lab.example")
            }
            let (own, all): (SQL, SQL) = (
                "SELECT count(*) FROM entente.invitation WHERE person IS NOT NULL",
                "SELECT count(*) FROM entente.invitation"
            )
            #expect(try await door.count(own) == 5)
            #expect(try await door.count(all) == 7)
            #expect(try await door.count(Self.jobs) == 7)
            try await door.world.pool.execute("UPDATE entente.invitation SET expires_at = clock_timestamp()")
            try await door.store.makeReset(
                UUID(), hash: AccountWorld.hash("7"), address: "nobody@lab.example")
            #expect(try await door.count(all) == 6)
        }
    }
}
