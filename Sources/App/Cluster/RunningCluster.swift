import Glibc
import Synchronization

/// A private cluster that takes connections, for as long as this value holds its share of it.
package final class RunningCluster: Sendable {
    /// What ``stop()`` did.
    package enum Stop: Sendable {
        /// Nobody else used the cluster: PostgreSQL has ended.
        case stopped
        /// Another process uses it; the last one to leave will stop it.
        case leftToOthers
    }

    /// Whether this process started the server, or found it running.
    package let startedHere: Bool
    /// The folder of the server's socket.
    package let socketFolder: String
    private let home: String
    private let starter: ClusterStarter
    private let users: FileLock
    private let postmaster: Mutex<Postmaster>
    private let left = Mutex<Stop?>(nil)

    private static let turnMax: Duration = .seconds(120)

    init(
        home: String, starter: ClusterStarter, postmaster: Postmaster, socket: String, startedHere: Bool,
        users: FileLock
    ) {
        self.home = home
        self.starter = starter
        self.postmaster = Mutex(postmaster)
        self.socketFolder = socket
        self.startedHere = startedHere
        self.users = users
    }

    static func turnFile(in home: String) -> String { "\(home)/cluster.lock" }

    /// The libpq string of the serving login, `entente`.
    package var connectionString: String { connectionString(as: ClusterSettings.servingRole) }
    /// The libpq string of the login that owns the tables, `entente_owner`: for migrations.
    package var ownerConnectionString: String { connectionString(as: ClusterSettings.ownerRole) }
    /// The libpq string of the superuser, `entente_admin`: for repairs and for faults in tests.
    package var adminConnectionString: String { connectionString(as: ClusterSettings.superuser) }

    /// The process number of the server, while it runs.
    package var processID: Int32 { postmaster.withLock { $0.pid } }
    /// Whether the server's process lives.
    ///
    /// Cheap, and never waits.
    package var isAlive: Bool { postmaster.withLock { $0.isAlive } }

    /// `requirepeer` makes libpq check that the server at the socket is the cluster's user, and not somebody
    /// else.
    private func connectionString(as role: String) -> String {
        "host=\(ConnectionWord.quoted(socketFolder)) port=5432 dbname=\(ClusterSettings.database) user=\(role)"
            + " requirepeer=\(ConnectionWord.quoted(starter.place.user.name))"
    }

    /// Starts the server again when it has died (for instance by `kill -9`); nothing when it lives or when
    /// the cluster was left.
    ///
    /// The thread waits as in ``PrivateCluster/ensureRunning()``: not for the cooperative pool.
    ///
    /// - Returns: whether a server was started.
    package func restartIfDead() throws(ClusterFault) -> Bool {
        guard !isAlive else { return false }
        let turn = try FileLock(path: Self.turnFile(in: home))
        guard turn.take(.exclusive, within: Self.turnMax) else { return false }
        defer { turn.release() }
        guard users.take(.shared) else { return false }
        _ = Child.status(of: processID)
        let (fresh, started) = try replacement()
        postmaster.withLock { $0 = fresh }
        return started
    }

    private func replacement() throws(ClusterFault) -> (Postmaster, Bool) {
        if let found = Postmaster.running(in: starter.place), let adopted = try starter.adopt(found) {
            return (adopted, false)
        }
        return (try starter.start(), true)
    }

    /// Leaves the cluster, and stops PostgreSQL (fast shutdown) when no other process uses it.
    ///
    /// The thread waits.
    ///
    /// A second call does nothing more and gives the same answer.
    @discardableResult
    package func stop() throws(ClusterFault) -> Stop {
        if let left = left.withLock({ $0 }) { return left }
        let stop = try leave()
        left.withLock { $0 = stop }
        return stop
    }

    private func leave() throws(ClusterFault) -> Stop {
        let turn = try FileLock(path: Self.turnFile(in: home))
        guard turn.take(.exclusive, within: Self.turnMax) else { return .leftToOthers }
        defer { turn.release() }
        guard users.take(.exclusive) else {
            users.release()
            return .leftToOthers
        }
        defer { users.release() }
        if let running = Postmaster.running(in: starter.place) { try running.stop() }
        rmdir(socketFolder)
        return .stopped
    }
}
