import Agreements
import Crypto
package import Postgres
package import Schema

extension Migrator {
    /// Tells whether a database has exactly the schema that this binary knows; for `serve`, `work` and
    /// `/readyz`.
    ///
    /// - Throws: ``MigrationFault`` that says what differs and what to do; ``PostgresError``.
    package static func verify(_ database: some Querying, migrations: [Migration] = Migration.all)
        async throws
    {
        let hasTable = try await database.value(
            Bool.self, "SELECT to_regclass('entente.migration') IS NOT NULL")
        guard hasTable else {
            throw MigrationFault.olderSchema(database: "nothing", binary: migrations.last?.name ?? "")
        }
        let rows = try await database.query("SELECT name, sha256 FROM entente.migration ORDER BY number")
        let applied = try rows.map { AppliedMigration(name: try $0["name"], sha256: try $0["sha256"]) }
        for (note, migration) in zip(applied, migrations)
        where note.name != migration.name || note.sha256 != migration.sha256 {
            throw MigrationFault.changedMigration(database: note.name, binary: migration.name)
        }
        let (last, known) = (applied.last?.name ?? "nothing", migrations.last?.name ?? "nothing")
        if applied.count > migrations.count {
            throw MigrationFault.newerSchema(database: last, binary: known)
        }
        if applied.count < migrations.count {
            throw MigrationFault.olderSchema(database: last, binary: known)
        }
    }
}

/// A migration as the database remembers it.
struct AppliedMigration: Sendable, Hashable {
    var name: String
    var sha256: String
}

extension Migration {
    var sha256: String { SHA256.hexadecimal(script) }
}
