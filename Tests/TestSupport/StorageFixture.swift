package import Postgres
import Schema

/// Databases that have the product's schema.
package enum StorageFixture {
    private static let name = "entente"

    /// A new database of the shared server with every migration applied; empty otherwise.
    package static func freshDatabase(user: String = "postgres") async throws -> ConnectionConfiguration {
        let server = try await TemporaryPostgres.shared
        try await server.template(name) { try await migrate($0) }
        return try await server.freshDatabase(template: name, user: user)
    }

    /// Runs `body` with a new migrated database, which is dropped afterwards.
    @discardableResult
    package static func withDatabase<R>(
        isolation: isolated (any Actor)? = #isolation, _ body: (ConnectionConfiguration) async throws -> R
    ) async throws -> R {
        let server = try await TemporaryPostgres.shared
        try await server.template(name) { try await migrate($0) }
        return try await server.withDatabase(template: name, body)
    }

    private static func migrate(_ database: ConnectionConfiguration) async throws {
        let connection = try await Connection.connect(database)
        try await connection.execute(
            script: """
                CREATE SCHEMA entente;
                CREATE TABLE entente.migration (
                    number integer PRIMARY KEY, name text NOT NULL UNIQUE, sha256 text NOT NULL,
                    applied_at timestamptz NOT NULL DEFAULT clock_timestamp());
                """, name: "prepare")
        for migration in Migration.all {
            try await connection.execute(script: migration.script, name: migration.name)
        }
        await connection.close()
    }
}
