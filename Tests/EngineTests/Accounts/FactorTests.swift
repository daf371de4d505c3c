import Agreements
import Crypto
import TestSupport
import Testing

@testable import Engine

@Suite("The second factor")
struct FactorTests {
    @Test("An account with one asks for its code, and takes each code once")
    func once() async throws {
        let door = Door()
        let secret = try await door.factor().secret
        #expect(try await door.logIn() == .codeMissing)
        #expect(try await door.logIn(code: "") == .codeMissing)
        #expect(try await door.logIn(code: door.code(secret)) == .wrong, "setting it up used this code")
        let next = door.code(secret, later: 1)
        let token = try #require(try await door.logIn(code: next).token)
        #expect(try await door.keeper.visitor(token)?.hasFactor == true)
        #expect(try await door.logIn(code: next) == .wrong)
        #expect(try await door.logIn(code: door.code(secret)) == .wrong, "a step before a used one")
        door.store.advance(by: 60)
        #expect(try await door.logIn(code: door.code(secret)).token != nil)
    }

    @Test("A right code with a wrong password is wrong, and uses nothing up")
    func wrongPassword() async throws {
        let door = Door()
        let secret = try await door.factor().secret
        let next = door.code(secret, later: 1)
        #expect(try await door.logIn(Door.address, "un canot vert", code: next) == .wrong)
        #expect(try await door.logIn(code: next).token != nil)
    }

    @Test("Ten codes for emergencies are told, each good once, however it is typed")
    func recovery() async throws {
        let door = Door()
        let codes = try await door.factor().recovery
        #expect(Set(codes).count == 10)
        for code in codes { #expect(code.wholeMatch(of: /[0-9a-f]{5}-[0-9a-f]{5}/) != nil, "\(code)") }
        let first = try #require(codes.first)
        let typed = first.uppercased().replacing("-", with: " ")
        #expect(try await door.logIn(code: typed).token != nil)
        #expect(try await door.logIn(code: first) == .wrong)
        #expect(try await door.logIn(code: codes.last).token != nil)
        #expect(try await door.logIn(code: "00000-00000") == .wrong)
    }

    @Test("Setting another one up ends the other sessions, and the old codes with them")
    func change() async throws {
        let door = Door()
        let old = try await door.factor()
        let (own, other) = (try await door.visitor(), try await door.visitor(from: Door.elsewhere))
        let secret = door.keeper.newFactor()
        let codes = try await door.keeper.setFactor(
            TimeCode.text(secret), code: door.code(secret), of: own.visitor)
        #expect(codes?.count == 10)
        #expect(try await door.keeper.visitor(own.token) != nil)
        #expect(try await door.keeper.visitor(other.token) == nil)
        #expect(try await door.logIn(code: old.recovery.first) == .wrong)
        #expect(try await door.logIn(code: door.code(old.secret, later: 1)) == .wrong)
        #expect(try await door.logIn(code: door.code(secret, later: 1)).token != nil)
    }

    @Test("A code of another secret, or a text that is none, sets nothing up")
    func refused() async throws {
        let door = Door()
        let (token, visitor) = try await door.visitor()
        let secret = door.keeper.newFactor()
        #expect(secret.count == 20)
        let other = door.code(door.keeper.newFactor(), later: 40_000)
        #expect(try await door.keeper.setFactor(TimeCode.text(secret), code: "", of: visitor) == nil)
        #expect(try await door.keeper.setFactor(TimeCode.text(secret), code: other, of: visitor) == nil)
        #expect(try await door.keeper.setFactor("no secret", code: other, of: visitor) == nil)
        #expect(try await door.keeper.visitor(token)?.hasFactor == false)
    }

    @Test("What is kept of the secret is sealed, another key does not open it")
    func sealed() throws {
        let (key, other) = (DoorKey(.init(size: .bits256)), DoorKey(.init(size: .bits256)))
        let secret: [UInt8] = Array(1...20)
        let sealed = try key.seal(secret)
        #expect(try key.open(sealed) == secret)
        #expect(try key.seal(secret) != sealed && !sealed.starts(with: secret))
        #expect(throws: (any Error).self) { try other.open(sealed) }
        #expect(throws: (any Error).self) { try key.open(Array(sealed.dropLast())) }
    }
}
