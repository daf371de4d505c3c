import Agreements
import Engine
import Foundation
import Postgres
import Storage
import Testing

@Suite("Accounts in PostgreSQL")
struct AccountTests {
    @Test("An account is found by its address in any case, and by its person; the row is made once")
    func found() async throws {
        try await AccountWorld.with { door in
            let anna = door.world.anna
            let account = try #require(try await door.store.account(address: "ANNA@Lab.example"))
            #expect(
                account.person == anna && account.name == "Anna Berg" && account.email == "anna@lab.example")
            #expect(account.isActive && account.password == nil && account.factor == nil)
            #expect(account.factorStep == 0 && abs(account.readAt - Int64(Date().timeIntervalSince1970)) < 60)
            for _ in 0..<2 { #expect(try await door.store.account(of: anna)?.person == anna) }
            #expect(try await door.count("SELECT count(*) FROM entente.account") == 1)
        }
    }

    @Test(
        "Nobody, and an address of two people, is no account",
        arguments: ["nobody@lab.example", "", "'", "%"])
    func none(address: String) async throws {
        try await AccountWorld.with { door in
            let account = try await door.store.account(address: address)
            #expect(account == nil)
            #expect(try await door.store.account(of: Person.ID(UUID())) == nil)
            #expect(try await door.count("SELECT count(*) FROM entente.account") == 0)
        }
    }

    @Test("An address that two people share opens neither's account")
    func shared() async throws {
        try await AccountWorld.with { door in
            try await door.world.change(
                .personAdded(
                    person: Person(id: Person.ID(UUID()), organisation: "inserm", language: .french)),
                contact: Contact(name: "Anna Two", email: "Anna@LAB.example"))
            let account = try await door.store.account(address: "anna@lab.example")
            #expect(account == nil)
            #expect(try await door.store.account(address: "bruno@lab.example")?.person == door.world.bruno)
        }
    }

    @Test("A password is stored, and replaced")
    func password() async throws {
        try await AccountWorld.with { door in
            for hash in ["scrypt$first", "scrypt$second"] {
                try await door.store.setPassword(hash, of: door.world.anna)
                #expect(try await door.store.account(of: door.world.anna)?.password == hash)
            }
            #expect(
                try await door.count("SELECT count(*) FROM entente.account WHERE password_at IS NOT NULL")
                    == 1)
        }
    }

    @Test("Who is disabled, in the register or as an account, is not active")
    func disabled() async throws {
        try await AccountWorld.with { door in
            let (anna, bruno) = (door.world.anna, door.world.bruno)
            _ = try await door.store.account(of: anna)
            try await door.world.pool.execute(
                "UPDATE entente.account SET disabled_at = clock_timestamp() WHERE person = \(anna)")
            try await door.world.change(.personDisabled(person: bruno))
            #expect(try await door.store.account(of: anna)?.isActive == false)
            #expect(try await door.store.account(of: bruno)?.isActive == false)
        }
    }

    @Test("A second factor comes with its codes, another takes their place, nil takes all away")
    func factor() async throws {
        try await AccountWorld.with { door in
            let (store, anna) = (door.store, door.world.anna)
            let (first, second) = (AccountWorld.hash("a"), AccountWorld.hash("b"))
            _ = try await store.account(of: anna)
            try await store.setFactor([1, 2, 3], recovery: [first, second], of: anna)
            #expect(try await store.account(of: anna)?.factor == [1, 2, 3])
            #expect(try await store.use(recovery: first, of: anna))
            #expect(try await !store.use(recovery: first, of: anna))
            #expect(try await !store.use(recovery: AccountWorld.hash("c"), of: anna))
            #expect(try await !store.use(recovery: second, of: door.world.bruno))
            try await store.setFactor([4], recovery: [AccountWorld.hash("c")], of: anna)
            #expect(try await !store.use(recovery: second, of: anna))
            #expect(try await store.use(recovery: AccountWorld.hash("c"), of: anna))
            try await store.setFactor(nil, recovery: [], of: anna)
            #expect(try await store.account(of: anna)?.factor == nil)
            #expect(try await door.count("SELECT count(*) FROM entente.recovery_code") == 0)
        }
    }

    @Test("A time step is used once, and none before it; another factor starts anew")
    func step() async throws {
        try await AccountWorld.with { door in
            let (store, anna) = (door.store, door.world.anna)
            _ = try await store.account(of: anna)
            for (step, isGood) in [(5, true), (5, false), (4, false), (6, true), (6, false)] {
                #expect(try await store.use(step: Int64(step), of: anna) == isGood, "\(step)")
            }
            #expect(try await store.account(of: anna)?.factorStep == 6)
            #expect(try await !store.use(step: 7, of: Person.ID(UUID())))
            try await store.setFactor([1], recovery: [], of: anna)
            #expect(try await store.use(step: 5, of: anna))
        }
    }

    @Test("Of twenty that use the same step, or the same code, at once, one does")
    func race() async throws {
        try await AccountWorld.with { door in
            let (store, anna) = (door.store, door.world.anna)
            _ = try await store.account(of: anna)
            try await store.setFactor([1], recovery: [AccountWorld.hash("a")], of: anna)
            let steps = try await Self.wins { try await store.use(step: 9, of: anna) }
            let codes = try await Self.wins {
                try await store.use(recovery: AccountWorld.hash("a"), of: anna)
            }
            #expect(steps == 1 && codes == 1)
        }
    }

    private static func wins(_ body: @Sendable @escaping () async throws -> Bool) async throws -> Int {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 { group.addTask { try await body() } }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
    }

    @Test("A code to choose a password serves once, within its time")
    func invitations() async throws {
        try await AccountWorld.with { door in
            let (store, anna) = (door.store, door.world.anna)
            let (code, late) = (AccountWorld.hash("a"), AccountWorld.hash("b"))
            try await store.invite(anna, hash: code, lifetime: .seconds(600))
            try await store.invite(anna, hash: late, lifetime: .seconds(0))
            #expect(try await store.invited(hash: code) == anna)
            #expect(try await store.invited(hash: late) == nil)
            #expect(try await store.invited(hash: AccountWorld.hash("c")) == nil)
            #expect(try await !store.use(invitation: late))
            #expect(try await store.use(invitation: code))
            #expect(try await !store.use(invitation: code))
            #expect(try await store.invited(hash: code) == nil)
        }
    }

    @Test("A code that is used ends every other of the same person, and nobody else's")
    func otherInvitations() async throws {
        try await AccountWorld.with { door in
            let (store, anna, bruno) = (door.store, door.world.anna, door.world.bruno)
            for (digit, person) in [("a", anna), ("b", anna), ("c", bruno)] as [(Character, Person.ID)] {
                try await store.invite(person, hash: AccountWorld.hash(digit), lifetime: .seconds(600))
            }
            #expect(try await store.use(invitation: AccountWorld.hash("a")))
            #expect(try await store.invited(hash: AccountWorld.hash("b")) == nil)
            #expect(try await store.invited(hash: AccountWorld.hash("c")) == bruno)
        }
    }

    @Test("A hash is replaced only where it is still the one that was read")
    func rehash() async throws {
        try await AccountWorld.with { door in
            let (store, anna) = (door.store, door.world.anna)
            try await store.setPassword("scrypt$first", of: anna)
            try await store.replacePassword("scrypt$other", by: "scrypt$second", of: anna)
            #expect(try await store.account(of: anna)?.password == "scrypt$first")
            try await store.replacePassword("scrypt$first", by: "scrypt$second", of: anna)
            #expect(try await store.account(of: anna)?.password == "scrypt$second")
        }
    }

    @Test("The pages' role forgets nothing that it need not, and the worker sees no secret")
    func rights() async throws {
        try await World.with { world in
            for (role, statement) in Self.forbidden {
                try await world.asRole(role) { pool in
                    let error = await #expect(throws: PostgresError.self, "\(role)") {
                        try await pool.execute(statement)
                    }
                    #expect(error?.kind == .insufficientPrivilege, "\(role)")
                }
            }
        }
    }

    private static let forbidden: [(String, SQL)] = [
        ("entente_app", "DELETE FROM entente.session"), ("entente_app", "DELETE FROM entente.account"),
        ("entente_app", "DELETE FROM entente.invitation"), ("entente_app", "DELETE FROM entente.passcode"),
        ("entente_app", "UPDATE entente.login_attempt SET succeeded = true"),
        ("entente_app", "TRUNCATE entente.login_attempt"),
        ("entente_worker", "SELECT FROM entente.account"), ("entente_worker", "SELECT FROM entente.session"),
        ("entente_worker", "SELECT FROM entente.recovery_code"),
        ("entente_worker", "SELECT FROM entente.invitation"),
        ("entente_worker", "UPDATE entente.passcode SET tries = 0"),
    ]
}
