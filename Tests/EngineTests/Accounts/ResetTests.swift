import Agreements
import FoundationEssentials
import TestSupport
import Testing

@testable import Engine

@Suite("A lost password")
struct ResetTests {
    private let door = Door()

    /// Asks for a link: the code that its reader finds in their mailbox; nil when none was mailed.
    private func ask(_ address: String = Door.address, from origin: Origin = Door.home) async throws
        -> String?
    {
        let before = door.store.resets.count
        #expect(try await door.keeper.requestReset(address, from: origin))
        guard door.store.resets.count > before else { return nil }
        return door.store.resets.last.map(door.keeper.resetCode)
    }

    private func choose(_ password: String, _ code: String) async throws -> Doorkeeper.Choice {
        try await door.keeper.choose(password, invitation: code, institution: Door.institution)
    }

    @Test("A mailed link serves once to choose another password; every session and every other link ends")
    func once() async throws {
        let token = try await door.visitor().token
        let invited = try #require(try await door.keeper.invite(door.anne, lifetime: .seconds(86_400)))
        let (first, code) = (try #require(try await ask()), try #require(try await ask("ANNE@lab.example")))
        #expect(code.count == 32 && code != first)
        #expect(try await door.keeper.invited(code)?.person == door.anne)
        #expect(try await choose("motdepasse2016", code) == .flawed(.common))
        #expect(try await door.keeper.visitor(token) != nil, "Asking changes nothing.")
        #expect(try await choose("une lune orange", code) == .chosen)
        #expect(try await door.keeper.visitor(token) == nil)
        for other in [code, first, invited] { #expect(try await choose("une lune verte", other) == .wrong) }
        #expect(try await door.logIn(Door.address, "une lune orange").token != nil)
    }

    @Test("The second factor is still asked for")
    func factor() async throws {
        let secret = try await door.factor().secret
        let code = try #require(try await ask())
        #expect(try await choose("une lune orange", code) == .chosen)
        #expect(try await door.logIn(Door.address, "une lune orange") == .codeMissing)
        let shown = door.code(secret, later: 1)
        #expect(try await door.logIn(Door.address, "une lune orange", code: shown).token != nil)
    }

    @Test("It is good for ten minutes")
    func expires() async throws {
        let code = try #require(try await ask())
        door.store.advance(by: 599)
        #expect(try await door.keeper.invited(code) != nil)
        door.store.advance(by: 1)
        #expect(try await choose("une lune orange", code) == .wrong)
    }

    @Test("An address that is nobody's, and a disabled account, are answered alike and mailed nothing")
    func nobody() async throws {
        #expect(try await ask("nobody@lab.example") == nil)
        door.add(isActive: false)
        #expect(try await ask() == nil)
    }

    @Test(
        "Five links within an hour are mailed, ten within a quarter of an hour are asked for, whoever's it is"
    )
    func tooMany() async throws {
        for index in 0..<10 {
            let code = try await ask()
            #expect((code != nil) == (index < 5))
        }
        for _ in 0..<10 { #expect(try await ask("nobody@lab.example", from: Door.elsewhere) == nil) }
        for (address, origin) in [(Door.address, Door.home), ("nobody@lab.example", Door.elsewhere)] {
            #expect(try await !door.keeper.requestReset(address, from: origin))
        }
        #expect(try await door.logIn().token != nil, "Asking locks nobody out.")
    }
}
