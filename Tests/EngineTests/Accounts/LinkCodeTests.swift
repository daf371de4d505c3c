import Agreements
import FoundationEssentials
import TestSupport
import Testing

@testable import Engine

@Suite("Coming in by the link of a notice and a code")
struct LinkCodeTests {
    private let door = Door()
    private let notice = UUID()

    init() { door.store.add(notice: notice, for: door.anne) }

    /// Asks for a code: what its reader finds in their mailbox.
    private func ask() async throws -> String {
        #expect(try await door.keeper.sendCode(forNotice: notice))
        return door.keeper.digits(of: try #require(door.store.passcodes.last))
    }

    private func enter(_ code: String, by notice: UUID? = nil) async throws -> Doorkeeper.Entry {
        try await door.keeper.enter(byNotice: notice ?? self.notice, code: code, from: Door.home)
    }

    /// Eight digits that are not those of the code.
    private func other(than code: String) -> String { code == "00000000" ? "00000001" : "00000000" }

    @Test("A code opens a session for that step only, once, however its digits are typed")
    func once() async throws {
        let code = try await ask()
        #expect(code.count == 8 && code.allSatisfy(\.isNumber))
        let token = try #require(try await enter(" \(code.prefix(4))-\(code.suffix(4))").token)
        let visitor = try #require(try await door.keeper.visitor(token))
        #expect(visitor.notice == notice && visitor.person == door.anne && visitor.isFresh)
        #expect(try await enter(code) == .wrong)
    }

    @Test("After five tries a code is dead")
    func fiveTries() async throws {
        let code = try await ask()
        for _ in 0..<4 { #expect(try await enter(other(than: code)) == .wrong) }
        #expect(try await enter(code).token != nil)
        let second = try await ask()
        for _ in 0..<5 { #expect(try await enter(other(than: second)) == .wrong) }
        #expect(try await enter(second) == .wrong)
    }

    @Test("After a quarter of an hour it is over")
    func expires() async throws {
        let code = try await ask()
        door.store.advance(by: 899)
        let second = try await ask()
        door.store.advance(by: 1)
        #expect(try await enter(code) == .wrong)
        #expect(try await enter(second).token != nil)
    }

    @Test("Five codes within an hour are enough")
    func tooManyAsked() async throws {
        for _ in 0..<5 { _ = try await ask() }
        #expect(try await !door.keeper.sendCode(forNotice: notice))
        #expect(door.store.passcodes.count == 5)
        door.store.advance(by: 3_600)
        #expect(try await door.keeper.sendCode(forNotice: notice))
    }

    @Test("After ten failed tries at a link none is heard from there for a quarter of an hour")
    func tooMany() async throws {
        let name = Hexadecimal.sha256("notice/\(notice.uuidString)")
        for _ in 0..<10 {
            try await door.store.note(account: name, address: Door.home.address, succeeded: false)
        }
        let code = try await ask()
        #expect(try await enter(code) == .tooMany)
        door.store.advance(by: 899)
        #expect(try await enter(code) == .tooMany)
    }

    @Test("Whatever others failed at from an address, a first right code there opens")
    func notRefused() async throws {
        for index in 0..<100 { try await door.fail(1, on: "person\(index)@lab.example") }
        #expect(try await enter(try await ask()).token != nil)
    }

    @Test("The code of one notice opens no other, nor one that has no reader any more")
    func otherNotice() async throws {
        let second = UUID()
        door.store.add(notice: second, for: door.anne)
        let code = try await ask()
        #expect(try await enter(code, by: second) == .wrong)
        let void = UUID()
        #expect(try await door.keeper.sendCode(forNotice: void))
        let orphan = door.keeper.digits(of: try #require(door.store.passcodes.last))
        #expect(try await enter(orphan, by: void) == .wrong)
    }

    @Test("No digits, too few or too many are wrong", arguments: ["", "abc", "1234", "123456789"])
    func malformed(code: String) async throws {
        _ = try await ask()
        #expect(try await enter(code) == .wrong)
    }

    @Test("The digits follow from code and key, and differ from code to code")
    func digits() {
        let ids = (0..<50).map { _ in UUID() }
        let digits = ids.map { door.keeper.digits(of: $0) }
        #expect(digits == ids.map { door.keeper.digits(of: $0) })
        #expect(Set(digits).count > 45 && digits.allSatisfy { $0.count == 8 })
    }
}
