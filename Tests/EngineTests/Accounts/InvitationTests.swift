import Agreements
import FoundationEssentials
import TestSupport
import Testing

@testable import Engine

@Suite("Choosing the first password")
struct InvitationTests {
    private static let lifetime = Duration.seconds(600)

    private static func choose(_ password: String, _ code: String, _ door: Door) async throws
        -> Doorkeeper.Choice
    {
        try await door.keeper.choose(password, invitation: code, institution: Door.institution)
    }

    @Test("A code serves once; a flawed password leaves it as it was; every session ends")
    func once() async throws {
        let door = Door()
        let token = try await door.visitor().token
        let code = try #require(try await door.keeper.invite(door.anne, lifetime: Self.lifetime))
        #expect(code.count == 32)
        #expect(try await door.keeper.invited(code)?.person == door.anne)
        #expect(try await Self.choose("lune", code, door) == .flawed(.tooShort))
        #expect(try await Self.choose("annemartin!!", code, door) == .flawed(.context))
        #expect(try await door.keeper.visitor(token) != nil)
        #expect(try await Self.choose("une lune orange", code, door) == .chosen)
        #expect(try await door.keeper.visitor(token) == nil)
        #expect(try await door.keeper.invited(code) == nil)
        #expect(try await Self.choose("une lune verte", code, door) == .wrong)
        #expect(try await door.logIn(Door.address, "une lune orange").token != nil)
    }

    @Test("It is over when its time is")
    func expires() async throws {
        let door = Door()
        let code = try #require(try await door.keeper.invite(door.anne, lifetime: Self.lifetime))
        door.store.advance(by: 599)
        #expect(try await door.keeper.invited(code) != nil)
        door.store.advance(by: 1)
        #expect(try await door.keeper.invited(code) == nil)
        #expect(try await Self.choose("une lune orange", code, door) == .wrong)
    }

    @Test("Nobody of the register is invited, and a made-up code is nobody's")
    func unknown() async throws {
        let door = Door()
        #expect(try await door.keeper.invite(Person.ID(UUID()), lifetime: Self.lifetime) == nil)
        for code in ["", "x", String(repeating: "0", count: 32)] {
            #expect(try await Self.choose("une lune orange", code, door) == .wrong)
        }
    }
}
