package import Logging
package import Postgres

/// The connections of an installation, one pool for each role that it acts in.
package struct Databases: Sendable {
    package let app: Pool
    package let engine: Pool
    package let worker: Pool
    /// For what listens or runs long, on connections of its own.
    package let serving: ConnectionConfiguration
    package let owner: ConnectionConfiguration
    /// Whether the login that serves is the one that migrates.
    package let isOneLogin: Bool

    /// Opens no connection yet; `serving` and `owner` are connection strings of libpq.
    package init(serving: String, owner: String, pools: Settings.Pools, logger: Logger) {
        self.serving = ConnectionConfiguration(serving)
        self.owner = ConnectionConfiguration(owner)
        isOneLogin = serving == owner
        app = Self.pool(self.serving, "entente_app", pools.app, logger)
        engine = Self.pool(self.serving, "entente_engine", pools.engine, logger)
        worker = Self.pool(self.serving, "entente_worker", pools.worker, logger)
    }

    /// Connections of the owner, for what only an owner may do.
    static func ownerPool(_ owner: ConnectionConfiguration, _ logger: Logger) -> Pool {
        var configuration = PoolConfiguration()
        configuration.connectionsMax = 2
        return Pool(owner, configuration, logger: logger)
    }

    private static func pool(
        _ connection: ConnectionConfiguration, _ role: String, _ size: Int, _ logger: Logger
    ) -> Pool {
        var configuration = PoolConfiguration()
        configuration.connectionsMax = size
        configuration.onConnect = { connection in
            try await connection.execute(SQL("SET ROLE \(identifier: role)").unprepared())
        }
        return Pool(connection, configuration, logger: logger)
    }

    /// Closes every connection, after what runs has ended or a few seconds have passed.
    package func shutdown() async {
        await app.shutdown(grace: .seconds(5))
        await engine.shutdown(grace: .seconds(5))
        await worker.shutdown(grace: .seconds(5))
    }
}
