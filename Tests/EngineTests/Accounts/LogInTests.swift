import Agreements
import Crypto
import FoundationEssentials
import TestSupport
import Testing

@testable import Engine

@Suite("Coming in by password")
struct LogInTests {
    @Test("Address in any case and password open a session, whose token is told once")
    func right() async throws {
        let door = Door()
        let token = try #require(try await door.logIn("ANNE@Lab.example").token)
        #expect(token.utf8.count == 64 && token.allSatisfy(\.isHexDigit))
        let visitor = try #require(try await door.keeper.visitor(token))
        #expect(visitor.person == door.anne && visitor.name == "Anne Martin" && visitor.roles == ["DG"])
        #expect(visitor.isFresh && !visitor.hasFactor && visitor.notice == nil)
        let sessions = try await door.keeper.sessions(of: visitor)
        #expect(sessions.map(\.id) == [visitor.session])
        #expect(sessions.first?.address == Door.home.address && sessions.first?.agent == Door.home.agent)
    }

    @Test("A wrong password, an unknown address and no password yet are told alike")
    func wrong() async throws {
        let door = Door()
        #expect(try await door.logIn(Door.address, "un canot vert") == .wrong)
        #expect(try await door.logIn("nobody@lab.example") == .wrong)
        let tries = try await door.store.failures(
            account: Hexadecimal.sha256(Door.address), address: Door.home.address)
        #expect(tries == FailedTries(here: 1, strangers: 1, address: 2, isKnown: false))
    }

    @Test("A disabled account opens nothing, and its sessions end at once")
    func disabled() async throws {
        let door = Door()
        let token = try await door.visitor().token
        door.add(isActive: false)
        #expect(try await door.keeper.visitor(token) == nil)
        #expect(try await door.logIn() == .wrong)
    }

    @Test(
        "A token that nobody was given opens nothing",
        arguments: ["", "x", String(repeating: "0", count: 64)])
    func noToken(token: String) async throws {
        #expect(try await Door().keeper.visitor(token) == nil)
    }

    @Test("After ten failed tries none is heard, not even the right one, until a quarter of an hour passed")
    func tooMany() async throws {
        let door = Door()
        try await door.fail(9)
        #expect(try await door.logIn().token != nil)
        try await door.fail(1)
        #expect(try await door.logIn() == .tooMany)
        door.store.advance(by: 899)
        #expect(try await door.logIn() == .tooMany)
        door.store.advance(by: 1)
        #expect(try await door.logIn().token != nil)
    }

    @Test("Of however many guesses that arrive at once no more than ten are heard")
    func atOnce() async throws {
        let door = Door()
        let entries = try await withThrowingTaskGroup(of: Doorkeeper.Entry.self) { group in
            for _ in 0..<30 { group.addTask { try await door.logIn(Door.address, "un canot vert") } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(entries.count { $0 == .wrong } <= 10)
        #expect(entries.allSatisfy { $0 == .wrong || $0 == .tooMany })
    }

    @Test("A hash of other parameters is made anew when its password is shown, and only then")
    func renewed() async throws {
        let door = Door()
        let keeper = Doorkeeper(
            store: door.store, key: SymmetricKey(data: Array(repeating: 7, count: 32)),
            randomness: door.keeper.randomness, needsFactor: false, hash: PasswordHash(cost: 15))
        func logIn(_ password: String) async throws -> Doorkeeper.Entry {
            try await keeper.logIn(Door.address, password, code: nil, from: Door.home)
        }
        #expect(try await logIn("un canot vert") == .wrong)
        #expect(door.store.password(of: door.anne) == Door.stored)
        #expect(try await logIn(Door.password).token != nil)
        let made = try #require(door.store.password(of: door.anne))
        #expect(made.hasPrefix("scrypt$15$8$1$"))
        #expect(try await logIn(Door.password).token != nil)
        #expect(door.store.password(of: door.anne) == made)
    }

    @Test("Who guesses from elsewhere, from however many addresses, does not lock the owner out")
    func notLockedOut() async throws {
        let door = Door()
        #expect(try await door.logIn().token != nil)
        try await door.fail(200) { "203.0.113.\($0)" }
        #expect(try await door.logIn(from: Door.elsewhere) == .tooMany)
        #expect(try await door.logIn().token != nil)
    }

    @Test(
        "What others tried from an address refuses nobody there; whoever never came in from it waits a little"
    )
    func oneAddress() async throws {
        let door = Door()
        for index in 0..<200 { try await door.fail(1, on: "person\(index)@lab.example") }
        #expect(try await door.logIn().token != nil)
        #expect(door.pauses == [.seconds(7)])
        #expect(try await door.logIn().token != nil)
        #expect(try await door.logIn("nobody@lab.example") == .wrong)
        #expect(door.pauses == [.seconds(7), .seconds(7)], "who came in from there before does not wait")
    }

    @Test(
        "The limits are ten a place and ten for strangers together; fifty an address slow a stranger down",
        arguments: [
            (FailedTries(here: 9, strangers: 9, address: 49, isKnown: false), false, 0),
            (FailedTries(here: 10, strangers: 0, address: 10, isKnown: true), true, 0),
            (FailedTries(here: 0, strangers: 10, address: 0, isKnown: false), true, 0),
            (FailedTries(here: 0, strangers: 500, address: 0, isKnown: true), false, 0),
            (FailedTries(here: 0, strangers: 0, address: 50, isKnown: false), false, 1),
            (FailedTries(here: 0, strangers: 0, address: 5_000, isKnown: false), false, 8),
            (FailedTries(here: 0, strangers: 0, address: 5_000, isKnown: true), false, 0),
        ])
    func limits(tries: FailedTries, isTooMany: Bool, seconds: Int) {
        #expect(tries.isTooMany == isTooMany && tries.delay == .seconds(seconds))
    }

    @Test("Of the browser's name two hundred characters are kept")
    func agent() {
        #expect(Origin(address: "192.0.2.1", agent: String(repeating: "a", count: 300)).agent.count == 200)
    }
}
