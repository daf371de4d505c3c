import Agreements
import App
import Foundation
import Logging
import Postgres
import Storage
import TestSupport

/// A simulated institution in a fresh database of the tests' own PostgreSQL.
enum TestSite {
    static func make(start: Instant, smtp: RecordingSMTP? = nil) async throws -> Site {
        let server = try await TemporaryPostgres.shared
        try await server.template("site") {
            let site = try await open($0)
            _ = try await site.migrate()
            await site.close()
        }
        let site = try await open(server.freshDatabase(template: "site"), smtp: smtp)
        _ = try await site.found(startingAt: start)
        return site
    }

    private static func open(_ database: ConnectionConfiguration, smtp: RecordingSMTP? = nil) async throws
        -> Site
    {
        let home = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        let settings = try Settings.load(
            environment: environment(home: home, database: database.string, smtp: smtp),
            workingFolder: URL(filePath: #filePath).deletingLastPathComponent().path)
        var logger = Logger(label: "test")
        logger.logLevel = .error
        return try await Site.open(settings, environment: [:], logger: logger)
    }

    /// What a process of this site finds in its environment; without SMTP, mails are for its outbox.
    static func environment(home: String, database: String, smtp: RecordingSMTP?) -> [String: String] {
        let plain = ["ENTENTE_HOME": home, "DATABASE_URL": database]
        guard let smtp else { return plain }
        let mail = [
            "ENTENTE_SMTP_HOST": "127.0.0.1", "ENTENTE_SMTP_PORT": "\(smtp.port)",
            "ENTENTE_SMTP_CA_FILE": smtp.certificate ?? "", "ENTENTE_SMTP_USER": "entente",
            "ENTENTE_SMTP_PASSWORD": "a test of mail",
        ]
        return plain.merging(mail) { $1 }
    }

    /// The connection string of a site made here.
    static func database(of settings: Settings) -> String {
        guard case .given(let serving, _) = settings.database else { return "" }
        return serving.reveal()
    }

    /// Connections of the superuser to a site made here; patient, since many tests share two cores.
    static func pool(of settings: Settings) -> Pool {
        var connection = ConnectionConfiguration(database(of: settings))
        connection.connectTimeLimit = .seconds(60)
        connection.statementTimeLimit = .seconds(120)
        var limits = PoolConfiguration()
        limits.connectionsMax = 2
        limits.acquireTimeLimit = .seconds(60)
        return Pool(connection, limits)
    }
}
