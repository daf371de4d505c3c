import Agreements
import FoundationEssentials
import TestSupport
import Testing

@testable import Engine

@Suite("How long a session lasts")
struct SessionTests {
    @Test("Half an hour without any request ends it")
    func idle() async throws {
        let door = Door()
        let token = try await door.visitor().token
        door.store.advance(by: 1_799)
        #expect(try await door.keeper.visitor(token) != nil)
        door.store.advance(by: 1_799)
        #expect(try await door.keeper.visitor(token) != nil)
        door.store.advance(by: 1_800)
        #expect(try await door.keeper.visitor(token) == nil)
    }

    @Test("Twelve hours end it, however busy it is")
    func whole() async throws {
        let door = Door()
        let token = try await door.visitor().token
        for _ in 0..<42 {
            door.store.advance(by: 1_000)
            #expect(try await door.keeper.visitor(token) != nil)
        }
        door.store.advance(by: 1_199)
        #expect(try await door.keeper.visitor(token) != nil)
        door.store.advance(by: 1)
        #expect(try await door.keeper.visitor(token) == nil)
    }

    @Test("Logging out ends this one, ending one ends that one, ending all spares the one that asks")
    func ends() async throws {
        let door = Door()
        let (first, second, third) = (
            try await door.visitor(), try await door.visitor(), try await door.visitor()
        )
        #expect(try await door.keeper.sessions(of: first.visitor).count == 3)
        try await door.keeper.logOut(third.visitor)
        #expect(try await door.keeper.visitor(third.token) == nil)
        try await door.keeper.end(second.visitor.session, of: first.visitor)
        #expect(try await door.keeper.visitor(second.token) == nil)
        let fourth = try await door.visitor()
        try await door.keeper.end(nil, of: first.visitor)
        #expect(try await door.keeper.visitor(fourth.token) == nil)
        #expect(try await door.keeper.visitor(first.token) != nil)
    }

    @Test("Nobody ends the session of somebody else")
    func foreign() async throws {
        let door = Door()
        let own = try await door.visitor()
        var stranger = own.visitor
        stranger.person = Person.ID(UUID())
        try await door.keeper.end(own.visitor.session, of: stranger)
        try await door.keeper.end(nil, of: stranger)
        #expect(try await door.keeper.visitor(own.token) != nil)
    }

    @Test("The key of a form is the session's own")
    func formKey() async throws {
        let door = Door()
        let (first, second) = (try await door.visitor().visitor, try await door.visitor().visitor)
        let keys = [
            door.keeper.formKey(of: first), door.keeper.formKey(of: second), door.keeper.formKey(of: nil),
        ]
        #expect(Set(keys).count == 3 && keys.map(\.count) == [64, 64, 32])
        #expect(door.keeper.isFormKey(keys[0], of: first) && door.keeper.isFormKey(keys[2], of: nil))
        #expect(!door.keeper.isFormKey(keys[0], of: second) && !door.keeper.isFormKey(keys[2], of: first))
        #expect(!door.keeper.isFormKey("", of: nil) && !door.keeper.isFormKey(keys[0] + "0", of: first))
        #expect(door.keeper.isOwnForm(keys[0], of: first))
        #expect(!door.keeper.isOwnForm(keys[2], of: first) && !door.keeper.isOwnForm("", of: first))
        var other = first
        (other.person, other.session) = (Person.ID(UUID()), first.session)
        #expect(!door.keeper.isOwnForm(keys[0], of: other), "a form tells whose it was")
    }

    @Test("The chosen language stays with the person")
    func language() async throws {
        let door = Door()
        let (token, visitor) = try await door.visitor()
        #expect(visitor.language == nil)
        try await door.keeper.choose(.english, for: visitor)
        #expect(try await door.keeper.visitor(token)?.language == .english)
    }
}
