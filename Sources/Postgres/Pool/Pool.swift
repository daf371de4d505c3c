package import Logging
import Synchronization

/// A bounded set of connections that tasks borrow for the length of a scope.
///
/// Connections are opened when they are needed and reopened, with pauses, when the server was away. Waiters are
/// served in the order in which they came. Every wait ends: by a connection, at the time limit, or by cancellation.
package final class Pool: Sendable {
    typealias State = PoolState<PooledConnection, PoolWaiter>

    let connectionConfiguration: ConnectionConfiguration
    let configuration: PoolConfiguration
    let logger: Logger
    let state: Mutex<State>
    let lent = Mutex<[ObjectIdentifier: Connection]>([:])
    let drained = Mutex<[CheckedContinuation<Void, Never>]>([])
    private let ids = Atomic(0)

    /// A pool without connections yet; nothing is opened before the first is asked for.
    package init(
        _ connection: ConnectionConfiguration, _ configuration: PoolConfiguration = PoolConfiguration(),
        logger: Logger = Logger(label: "entente.postgres")
    ) {
        precondition(configuration.connectionsMax > 0, "a pool needs room for a connection")
        connectionConfiguration = connection
        self.configuration = configuration
        self.logger = logger
        state = Mutex(
            State(connectionsMax: configuration.connectionsMax, waitersMax: configuration.waitersMax))
    }

    /// Lends a connection to `body`, alone, and takes it back.
    ///
    /// A connection that comes back lost, inside a transaction, or too old is closed. Whatever else `body` sets on
    /// the session (LISTEN, SET, temporary tables) stays there for the next borrower.
    /// - Throws: what `body` throws, or ``PostgresError`` with phase `pool` or `connect` when none could be lent:
    ///   `poolExhausted`, `acquireTimeout`, `closed`, `cancelled`, or why none could be opened.
    @discardableResult
    package func withConnection<R>(
        isolation: isolated (any Actor)? = #isolation, _ body: (Connection) async throws -> R
    ) async throws -> R {
        let member = try await acquire()
        do {
            let value = try await body(member.connection)
            await release(member)
            return value
        } catch {
            await release(member)
            throw error
        }
    }

    /// Runs `body` in a transaction on a connection of the pool; see
    /// ``Connection/withTransaction(level:readOnly:isolation:_:)``.
    @discardableResult
    package func withTransaction<R>(
        level: IsolationLevel = .readCommitted, readOnly: Bool = false,
        isolation: isolated (any Actor)? = #isolation, _ body: (Transaction) async throws -> R
    ) async throws -> R {
        try await withConnection { connection in
            try await connection.withTransaction(level: level, readOnly: readOnly, body)
        }
    }

    /// The number of connections that are open or being opened, and of tasks that wait.
    package var load: (idle: Int, lent: Int, opening: Int, waiting: Int) {
        state.withLock { ($0.idleCount, $0.lent, $0.opening, $0.waiting) }
    }

    func newID() -> Int { ids.wrappingAdd(1, ordering: .relaxed).newValue }
}

extension Pool: Querying {
    /// Runs statements on a connection of the pool; see ``Querying/pipeline(_:timeLimit:)``.
    @discardableResult
    package func pipeline(_ statements: [SQL], timeLimit: Duration?) async throws(PostgresError) -> [Rows] {
        let member = try await acquire()
        do throws(PostgresError) {
            let rows = try await member.connection.pipeline(statements, timeLimit: timeLimit)
            await release(member)
            return rows
        } catch {
            await release(member)
            throw error
        }
    }
}
