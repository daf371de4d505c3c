import Agreements
import Engine
import Foundation
import Postgres
import Storage

/// What tests of accounts need besides a world: a store with the rights of the pages, and a clock that rows pretend.
struct AccountWorld: Sendable {
    let world: World
    let store: PostgresAccountStore
    let limits = SessionLimits()

    static let origin = Origin(address: "192.0.2.1", agent: "Browser")

    /// Runs `body` over a new world, with the rights of `entente_app` only.
    static func with(_ body: (AccountWorld) async throws -> Void) async throws {
        try await World.with { world in
            try await world.asRole("entente_app") { pool in
                try await body(AccountWorld(world: world, store: PostgresAccountStore(pool)))
            }
        }
    }

    /// A SHA-256 in its form, one for each letter or digit.
    static func hash(_ digit: Character) -> String { String(repeating: String(digit), count: 64) }

    /// Opens a session of Anna's, known by one hexadecimal digit.
    @discardableResult
    func open(_ digit: Character, notice: UUID? = nil) async throws -> UUID {
        let id = UUID()
        try await store.open(
            id, tokenHash: Self.hash(digit), person: world.anna, notice: notice, origin: Self.origin,
            limits: limits)
        return id
    }

    func visitor(_ digit: Character) async throws -> Visitor? {
        try await store.visitor(tokenHash: Self.hash(digit), limits: limits)
    }

    /// Makes instants of every session older, as if time had passed.
    func age(_ column: String, seconds: Int) async throws {
        try await world.pool.execute(
            """
            UPDATE entente.session
            SET \(identifier: column) = \(identifier: column) - make_interval(secs => \(Double(seconds)))
            """)
    }

    func count(_ statement: SQL) async throws -> Int { try await world.pool.value(Int.self, statement) }
}
