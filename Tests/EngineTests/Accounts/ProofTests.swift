import Agreements
import FoundationEssentials
import TestSupport
import Testing

@testable import Engine

@Suite("Showing that it is still oneself")
struct ProofTests {
    @Test("Five minutes after the door a session is not fresh; the password makes it so again")
    func fresh() async throws {
        let door = Door()
        let token = try await door.visitor().token
        door.store.advance(by: 299)
        #expect(try await door.keeper.visitor(token)?.isFresh == true)
        door.store.advance(by: 1)
        let stale = try #require(try await door.keeper.visitor(token))
        #expect(!stale.isFresh)
        let wrong = try await door.keeper.prove(stale, password: "un canot vert", code: nil, from: Door.home)
        #expect(wrong == .wrong)
        #expect(try await door.keeper.visitor(token)?.isFresh == false)
        let right = try await door.keeper.prove(stale, password: Door.password, code: nil, from: Door.home)
        #expect(right == .right)
        #expect(try await door.keeper.visitor(token)?.isFresh == true)
    }

    @Test("An account with a second factor shows its code too, each once")
    func factor() async throws {
        let door = Door()
        let secret = try await door.factor().secret
        let visitor = try await door.visitor().visitor
        func prove(_ code: String?) async throws -> Doorkeeper.Proof {
            try await door.keeper.prove(visitor, password: Door.password, code: code, from: Door.home)
        }
        #expect(try await prove(nil) == .wrong)
        #expect(try await prove("000000000") == .wrong)
        #expect(try await prove(door.code(secret, later: 1)) == .right)
        #expect(try await prove(door.code(secret, later: 1)) == .wrong)
    }

    @Test("Whoever is inside is not shut out by what is tried at the door; ten of their own tries are enough")
    func tooMany() async throws {
        let door = Door()
        let (visitor, other) = (try await door.visitor().visitor, try await door.visitor().visitor)
        try await door.fail(200)
        func prove(_ visitor: Visitor, _ password: String) async throws -> Doorkeeper.Proof {
            try await door.keeper.prove(visitor, password: password, code: nil, from: Door.home)
        }
        #expect(try await door.logIn() == .tooMany)
        for _ in 0..<10 { #expect(try await prove(visitor, "un canot vert") == .wrong) }
        #expect(try await prove(visitor, Door.password) == .tooMany)
        let choice = try await door.keeper.change(
            Door.password, to: "une lune orange", of: visitor, institution: Door.institution, from: Door.home)
        #expect(choice == .tooMany)
        #expect(try await prove(other, Door.password) == .right)
        #expect(door.pauses.isEmpty)
    }

    @Test("Another password needs the old one and is none that is guessed first")
    func refusedChange() async throws {
        let door = Door()
        let visitor = try await door.visitor().visitor
        func change(_ old: String, _ new: String) async throws -> Doorkeeper.Choice {
            try await door.keeper.change(
                old, to: new, of: visitor, institution: Door.institution, from: Door.home)
        }
        #expect(try await change("un canot vert", "une lune orange") == .wrong)
        #expect(try await change(Door.password, "lune") == .flawed(.tooShort))
        #expect(try await change(Door.password, "Institut Pasteur") == .flawed(.context))
        #expect(try await change(Door.password, "motdepasse2016") == .flawed(.common))
        #expect(try await door.logIn().token != nil)
    }

    @Test("Another password ends the other sessions, and opens the door from then on")
    func change() async throws {
        let door = Door()
        let (own, other) = (try await door.visitor(), try await door.visitor(from: Door.elsewhere))
        let choice = try await door.keeper.change(
            Door.password, to: "une lune orange", of: own.visitor, institution: Door.institution,
            from: Door.home)
        #expect(choice == .chosen)
        #expect(try await door.keeper.visitor(own.token) != nil)
        #expect(try await door.keeper.visitor(other.token) == nil)
        #expect(try await door.logIn(Door.address, "une lune orange").token != nil)
        #expect(try await door.logIn() == .wrong)
    }
}
