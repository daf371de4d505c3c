import Foundation
package import Postgres
import Synchronization

/// A PostgreSQL server of the test process's own: made in a new folder, gone when the process ends.
///
/// It listens on a Unix socket in a folder that only its user can enter, with `peer` authentication; on 127.0.0.1 only
/// when asked, with a password. When root runs the tests the server runs as `postgres`. Tests that do not hurt the
/// server share ``shared`` and take a database each; tests that stop or kill it start one of their own.
package final class TemporaryPostgres: Sendable {
    /// The server that all suites of the process share.
    package static var shared: TemporaryPostgres {
        get async throws { try await sharedStart.value }
    }

    private static let sharedStart = Task { try await TemporaryPostgres.start() }

    let options: Options
    let folder: TemporaryPostgresFolder
    let programs: TemporaryPostgresPrograms
    let process = Mutex<Process?>(nil)
    let admin: Pool
    let templates = TemporaryPostgresTemplates()

    /// The folder of all that the server writes.
    package var home: String { folder.path }

    /// The password of the superuser `postgres`, for connections over TCP.
    package let password = UUID().uuidString

    /// The port of the socket and, when asked for, of 127.0.0.1.
    package let port: Int

    private init(_ options: Options) throws {
        self.options = options
        programs = try TemporaryPostgresPrograms.find()
        folder = try TemporaryPostgresFolder.make(programs)
        port = options.tcp ? try TemporaryPostgresFolder.freePort() : 5432
        var limits = PoolConfiguration()
        limits.connectionsMax = 4
        limits.acquireTimeLimit = .seconds(120)
        admin = Pool(Self.configuration(folder, port, "postgres"), limits)
    }

    /// Makes and starts a server.
    package static func start(_ options: Options = Options()) async throws -> TemporaryPostgres {
        let server = try TemporaryPostgres(options)
        try await server.makeCluster()
        try await server.start()
        if options.tcp {
            try await server.execute("ALTER ROLE postgres PASSWORD '\(server.password)'")
        }
        return server
    }

    /// How to connect over the socket.
    /// - Parameter user: `postgres`, or a role that ``permit(role:)`` named.
    package func configuration(database: String = "postgres", user: String = "postgres")
        -> ConnectionConfiguration
    {
        Self.configuration(folder, port, database, user)
    }

    /// A libpq string for the socket.
    package func string(database: String = "postgres", user: String = "postgres") -> String {
        configuration(database: database, user: user).string
    }

    /// A libpq string for 127.0.0.1; it states no TLS mode.
    package func tcpString(database: String = "postgres", user: String = "postgres", password: String)
        -> String
    {
        "host=127.0.0.1 port=\(port) dbname=\(database) user=\(user) password=\(password)"
    }

    /// Runs a statement as the superuser in the database `postgres`.
    package func execute(_ statement: String) async throws {
        try await admin.withConnection { try await $0.execute(script: statement, name: "test.admin") }
    }

    /// Tests that compute hold the processors for long; a transaction of another test outlives its wait for them.
    private static let patience = "options='-c idle_in_transaction_session_timeout=10min'"

    private static func configuration(
        _ folder: TemporaryPostgresFolder, _ port: Int, _ database: String, _ user: String = "postgres"
    ) -> ConnectionConfiguration {
        var configuration = ConnectionConfiguration(
            "host=\(folder.socketFolder) port=\(port) dbname=\(database) user=\(user) \(patience)")
        configuration.connectTimeLimit = .seconds(30)
        return configuration
    }
}
