import Agreements
import Engine
import Foundation
import Postgres
import Storage
import Testing

@Suite("Sessions and tries in PostgreSQL")
struct AccountSessionTests {
    @Test("A session tells who came in, with their roles of the moment and their language")
    func visitor() async throws {
        try await AccountWorld.with { door in
            let (store, anna) = (door.store, door.world.anna)
            let id = try await door.open("a")
            let grant = try await door.world.grant("DG", to: anna)
            let visitor = try #require(try await door.visitor("a"))
            #expect(visitor.person == anna && visitor.session == id && visitor.name == "Anna Berg")
            #expect(visitor.address == "anna@lab.example" && visitor.language == .french)
            #expect(visitor.roles == ["DG"] && visitor.isFresh && !visitor.hasFactor && visitor.notice == nil)
            try await store.setLanguage(.english, of: anna)
            try await store.setFactor([1], recovery: [], of: anna)
            try await door.world.change(.grantEnded(grant: grant.id, until: World.start))
            let later = try #require(try await door.visitor("a"))
            #expect(later.language == .english && later.roles == [] && later.hasFactor)
            #expect(try await door.visitor("b") == nil)
        }
    }

    @Test("Half an hour without request, or twelve hours in all, end it")
    func limits() async throws {
        try await AccountWorld.with { door in
            try await door.open("a")
            try await door.age("seen_at", seconds: 1_790)
            #expect(try await door.visitor("a") != nil)
            try await door.age("seen_at", seconds: 1_790)
            #expect(try await door.visitor("a") != nil, "the request before it was seen")
            try await door.age("seen_at", seconds: 1_801)
            #expect(try await door.visitor("a") == nil)
            #expect(try await door.store.sessions(of: door.world.anna, limits: door.limits).isEmpty)
            try await door.open("b")
            try await door.age("ends_at", seconds: 12 * 3_600 - 60)
            #expect(try await door.visitor("b") != nil)
            try await door.age("ends_at", seconds: 61)
            #expect(try await door.visitor("b") == nil)
        }
    }

    @Test("It is noted once a minute that it was seen")
    func seen() async throws {
        try await AccountWorld.with { door in
            try await door.open("a")
            let recent: SQL =
                "SELECT count(*) FROM entente.session WHERE seen_at > clock_timestamp() - interval '30 s'"
            try await door.age("seen_at", seconds: 50)
            _ = try await door.visitor("a")
            #expect(try await door.count(recent) == 0)
            try await door.age("seen_at", seconds: 20)
            _ = try await door.visitor("a")
            #expect(try await door.count(recent) == 1)
        }
    }

    @Test("It is fresh for five minutes, and again when its holder showed that it is still them")
    func fresh() async throws {
        try await AccountWorld.with { door in
            let id = try await door.open("a")
            try await door.age("fresh_at", seconds: 301)
            #expect(try await door.visitor("a")?.isFresh == false)
            try await door.store.refresh(UUID())
            #expect(try await door.visitor("a")?.isFresh == false)
            try await door.store.refresh(id)
            #expect(try await door.visitor("a")?.isFresh == true)
        }
    }

    @Test("Sessions are listed, the last seen first, and end one by one or all but one")
    func ends() async throws {
        try await AccountWorld.with { door in
            let (store, anna) = (door.store, door.world.anna)
            let first = try await door.open("a")
            try await door.age("seen_at", seconds: 10)
            let (second, third) = (try await door.open("b"), try await door.open("c"))
            let rows = try await store.sessions(of: anna, limits: door.limits)
            #expect(rows.count == 3 && rows.last?.id == first)
            #expect(rows.allSatisfy { $0.address == "192.0.2.1" && $0.agent == "Browser" })
            try await store.end(first, of: door.world.bruno, keeping: nil)
            #expect(try await door.visitor("a") != nil, "nobody ends another's")
            try await store.end(second, of: anna, keeping: nil)
            #expect(try await door.visitor("b") == nil)
            try await store.end(nil, of: anna, keeping: third)
            #expect(try await door.visitor("a") == nil)
            #expect(try await door.visitor("c") != nil)
            try await store.end(nil, of: anna, keeping: nil)
            #expect(try await store.sessions(of: anna, limits: door.limits).isEmpty)
            #expect(
                try await door.count("SELECT count(*) FROM entente.session WHERE ended_at IS NOT NULL") == 3)
        }
    }

    @Test("Who is disabled, in the register or as an account, has no session any more")
    func disabled() async throws {
        try await AccountWorld.with { door in
            try await door.open("a")
            _ = try await door.store.account(of: door.world.anna)
            try await door.world.pool.execute("UPDATE entente.account SET disabled_at = clock_timestamp()")
            #expect(try await door.visitor("a") == nil)
            try await door.world.pool.execute("UPDATE entente.account SET disabled_at = NULL")
            #expect(try await door.visitor("a") != nil)
            try await door.world.change(.personDisabled(person: door.world.anna))
            #expect(try await door.visitor("a") == nil)
        }
    }

    @Test("Failed tries count by account and address within a quarter of an hour")
    func tries() async throws {
        try await AccountWorld.with { door in
            let store = door.store
            let (own, other) = (AccountWorld.hash("a"), AccountWorld.hash("b"))
            func failures(_ address: String) async throws -> FailedTries {
                try await store.failures(account: own, address: address)
            }
            #expect(try await failures("h") == FailedTries(here: 0, strangers: 0, address: 0, isKnown: false))
            try await store.note(account: own, address: "h", succeeded: true)
            for address in ["h", "h", "x", "y"] {
                try await store.note(account: own, address: address, succeeded: false)
            }
            try await store.note(account: other, address: "h", succeeded: false)
            #expect(try await failures("h") == FailedTries(here: 2, strangers: 2, address: 3, isKnown: true))
            #expect(try await failures("x") == FailedTries(here: 1, strangers: 2, address: 1, isKnown: false))
            try await door.world.pool.execute(
                "UPDATE entente.login_attempt SET at = at - interval '15 minutes'")
            #expect(try await failures("h") == FailedTries(here: 0, strangers: 0, address: 0, isKnown: true))
        }
    }

    @Test("The newest failure of an account from an address is taken back, and no other")
    func forgiven() async throws {
        try await AccountWorld.with { door in
            let (own, other) = (AccountWorld.hash("a"), AccountWorld.hash("b"))
            for (account, address) in [(own, "h"), (own, "h"), (own, "x"), (other, "h")] {
                try await door.store.note(account: account, address: address, succeeded: false)
            }
            for _ in 0..<3 { try await door.store.forgive(account: own, address: "h") }
            let left = try await door.store.failures(account: own, address: "h")
            #expect(left == FailedTries(here: 0, strangers: 1, address: 1, isKnown: false))
            try await door.store.note(account: own, address: "x", succeeded: true)
            try await door.store.forgive(account: own, address: "x")
            try await door.store.forgive(account: own, address: "x")
            #expect(try await door.store.failures(account: own, address: "x").isKnown)
        }
    }

    @Test("A try forgets those of its account that no limit asks for any more")
    func forgotten() async throws {
        try await AccountWorld.with { door in
            let (own, other) = (AccountWorld.hash("a"), AccountWorld.hash("b"))
            for account in [own, other] {
                try await door.store.note(account: account, address: "h", succeeded: true)
                try await door.store.note(account: account, address: "h", succeeded: false)
            }
            let all: SQL = "SELECT count(*) FROM entente.login_attempt"
            try await door.world.pool.execute("UPDATE entente.login_attempt SET at = at - interval '2 hours'")
            try await door.store.note(account: own, address: "h", succeeded: false)
            #expect(try await door.count(all) == 4, "a failure of two hours ago is forgotten")
            try await door.world.pool.execute("UPDATE entente.login_attempt SET at = at - interval '31 days'")
            try await door.store.note(account: own, address: "h", succeeded: false)
            #expect(try await door.count(all) == 3, "of the other account two are left")
        }
    }
}
