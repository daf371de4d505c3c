import Dispatch
package import Logging
import Postgres
import Storage

/// Where an installation lives: its database, brought up if it is Entente's own, and migrated.
package struct Site: Sendable {
    package let settings: Settings
    package let databases: Databases
    private let cluster: RunningCluster?
    let logger: Logger

    /// Reaches the configured database, or starts the private cluster; with `making` it is made where there is none.
    ///
    /// - Throws: ``ClusterFault``. A database that is configured is not contacted yet.
    package static func open(
        _ settings: Settings, environment: [String: String], making: Bool = true, logger: Logger
    ) async throws -> Site {
        switch settings.database {
        case .given(let serving, let owner):
            let databases = Databases(
                serving: serving.reveal(), owner: owner.reveal(), pools: settings.pools, logger: logger)
            return Site(settings: settings, databases: databases, cluster: nil, logger: logger)
        case .own:
            let cluster = try await offThePool {
                let cluster = PrivateCluster(folder: settings.home, environment: environment)
                if !making { try cluster.checkIsThere() }
                return try cluster.ensureRunning()
            }
            let databases = Databases(
                serving: cluster.connectionString, owner: cluster.ownerConnectionString,
                pools: settings.pools,
                logger: logger)
            return Site(settings: settings, databases: databases, cluster: cluster, logger: logger)
        }
    }

    /// Brings the schema up to date; returns the names of what was applied.
    ///
    /// - Throws: ``MigrationFault``, ``PostgresError``.
    package func migrate() async throws -> [String] {
        try await Migrator(databases.owner, servingLogin: servingLogin, logger: logger).run()
    }

    /// Opens the institution of the database; it must be migrated and founded before.
    package func installation() async throws -> Installation {
        try await Installation.open(settings, databases, logger: logger)
    }

    /// Starts the private cluster again if it died; nothing where the database is another's.
    package func restartIfDead() async throws -> Bool {
        guard let cluster else { return false }
        return try await Self.offThePool { try cluster.restartIfDead() }
    }

    /// Closes every connection, and stops the private cluster if nobody else uses it.
    package func close() async {
        await databases.shutdown()
        guard let cluster else { return }
        do { try await Self.offThePool { _ = try cluster.stop() } } catch {
            logger.error("the private cluster did not stop", metadata: ["cause": "\(error)"])
        }
    }

    private var servingLogin: Migrator.Serving {
        if cluster != nil { return .named(ClusterSettings.servingRole) }
        return databases.isOneLogin ? .same : .another
    }

    /// Whether the schema can be made or changed from here: by an owner's login that is configured, or by the serving one
    /// where it is the owner.
    ///
    /// - Throws: ``PostgresError``.
    package func mayMigrate() async throws -> Bool {
        guard databases.isOneLogin else { return true }
        return try await withOwner { try await ServingLogin.mayMigrate($0) }
    }

    /// Refuses a serving login that could change what it must not, unless that is allowed, before anything is made.
    ///
    /// - Throws: ``ServingFault/loginOwnsTables``.
    package func checkLogin(allowingOwner: Bool) async throws {
        guard !allowingOwner, cluster == nil, databases.isOneLogin, try await mayMigrate() else { return }
        throw ServingFault.loginOwnsTables
    }

    /// A pool of the owner's connections, for as long as `body` runs.
    func withOwner<Value: Sendable>(_ body: (Pool) async throws -> Value) async throws -> Value {
        let owner = Databases.ownerPool(databases.owner, logger)
        do {
            let value = try await body(owner)
            await owner.shutdown(grace: .seconds(5))
            return value
        } catch {
            await owner.shutdown(grace: .seconds(5))
            throw error
        }
    }

    /// Blocking calls never run on the cooperative pool.
    private static func offThePool<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value)
        async throws -> Value
    {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try body() }) }
        }
    }
}
