import Agreements
import Crypto
package import Logging
package import Postgres
package import Schema

/// Brings a database to the schema that this binary knows.
///
/// Each migration runs in one transaction, under a lock that lets one migrator work at a time; one that was
/// stopped in the middle leaves whole migrations behind, and the next run goes on. Runs as the owner of the
/// database, on a connection of its own and not through a transaction pooler.
package struct Migrator: Sendable {
    private let database: ConnectionConfiguration
    private let migrations: [Migration]
    private let servingLogin: Serving
    private let logger: Logger

    /// With which login `serve` and `work` come; it is made a member of the serving roles.
    package enum Serving: Sendable, Hashable {
        case named(String)
        /// The login that migrates.
        case same
        /// One that is granted the roles by hand.
        case another
    }

    /// A migrator for a database.
    package init(
        _ database: ConnectionConfiguration, migrations: [Migration] = Migration.all,
        servingLogin: Serving = .another,
        logger: Logger = Logger(label: "entente.migrator")
    ) {
        var database = database
        database.statementTimeLimit = .seconds(600)
        database.lockTimeLimit = .seconds(60)
        self.database = database
        self.migrations = migrations
        self.servingLogin = servingLogin
        self.logger = logger
    }

    /// Applies what is missing; returns the names of what was applied.
    ///
    /// - Throws: ``MigrationFault`` for a newer schema or a changed migration, and then nothing was done;
    ///   ``PostgresError`` when the database refuses.
    package func run() async throws -> [String] {
        let connection = try await Connection.connect(database, logger: logger)
        do {
            let applied = try await run(on: connection)
            await connection.close()
            return applied
        } catch {
            await connection.close()
            throw error
        }
    }

    private func run(on connection: Connection) async throws -> [String] {
        _ = try await connection.query("SELECT pg_advisory_lock(4928175, 1)", timeLimit: .seconds(600))
        try await connection.execute(script: Self.preparation, name: "migrate.prepare")
        let known = try await Self.applied(connection)
        try check(known)
        for migration in migrations.dropFirst(known.count) { try await apply(migration, on: connection) }
        try await grantRoles(on: connection)
        return migrations.dropFirst(known.count).map(\.name)
    }

    private func apply(_ migration: Migration, on connection: Connection) async throws {
        logger.info("migration applied", metadata: ["migration": "\(migration.name)"])
        let note = """
            INSERT INTO entente.migration (number, name, sha256)
            VALUES (\(migration.number), '\(migration.name)', '\(migration.sha256)');
            """
        // One simple query is one transaction: the migration and its note, or neither.
        try await connection.execute(
            script: migration.script + "\n;\n" + note, name: migration.name, timeLimit: .seconds(600))
    }

    private func grantRoles(on connection: Connection) async throws {
        guard let servingLogin = try await loginToGrant(on: connection) else { return }
        let roles = ["entente_app", "entente_engine", "entente_worker"]
        for role in roles {
            try await connection.execute(
                SQL("migrate.grant", "GRANT \(identifier: role) TO \(identifier: servingLogin)").unprepared())
        }
    }

    /// The serving login: the named one, or this session's where the same login migrates and serves; nobody where another
    /// serves or a superuser, who needs no role.
    private func loginToGrant(on connection: Connection) async throws -> String? {
        switch servingLogin {
        case .named(let login): login
        case .same:
            try await connection.query(
                "SELECT session_user::text FROM pg_roles WHERE rolname = session_user AND NOT rolsuper"
            ).oneOrNone()?.decode(String.self, "session_user")
        case .another: nil
        }
    }

    /// Refuses a database that this binary does not know, before anything is touched.
    private func check(_ applied: [AppliedMigration]) throws(MigrationFault) {
        for (index, note) in applied.enumerated() {
            guard index < migrations.count else {
                throw .newerSchema(
                    database: applied[applied.count - 1].name, binary: migrations.last?.name ?? "nothing")
            }
            guard note.name == migrations[index].name, note.sha256 == migrations[index].sha256 else {
                throw .changedMigration(database: note.name, binary: migrations[index].name)
            }
        }
    }

    private static let preparation = """
        CREATE SCHEMA IF NOT EXISTS entente;
        CREATE TABLE IF NOT EXISTS entente.migration (
            number integer PRIMARY KEY,
            name text NOT NULL UNIQUE,
            sha256 text NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT clock_timestamp());
        """

    private static func applied(_ database: some Querying) async throws -> [AppliedMigration] {
        let rows = try await database.query("SELECT name, sha256 FROM entente.migration ORDER BY number")
        return try rows.map { AppliedMigration(name: try $0["name"], sha256: try $0["sha256"]) }
    }
}
