package import Logging
import Synchronization

/// One connection to PostgreSQL, on a thread of its own.
///
/// Every call runs on that thread and one after the other, so a slow server blocks nothing else. Cancelling the task
/// that waits for a statement cancels the statement on the server; the connection stays usable. A connection that was
/// lost stays lost: every later call fails at once with `isConnectionLost`.
package actor Connection {
    nonisolated let configuration: ConnectionConfiguration
    nonisolated let logger: Logger
    private nonisolated let thread: ConnectionThread
    private nonisolated let termination = Termination()
    nonisolated let server = Atomic<Int32>(0)
    var handle: PQHandle?
    var prepared: PreparedStatements

    /// The session's `statement_timeout`, which the options of the string may set; very long without one.
    var statementTimeLimit: Duration

    /// The COPY under way; nothing else may be sent meanwhile.
    var copy: CopySession?

    /// The cancel under way; no other statement is sent meanwhile.
    var cancelling: PQCancelRequest?

    /// Why the connection is gone.
    var end: PostgresError?

    /// The connection's own thread.
    package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private init(_ configuration: ConnectionConfiguration, _ logger: Logger, _ thread: ConnectionThread) {
        self.configuration = configuration
        self.logger = logger
        self.thread = thread
        statementTimeLimit = configuration.statementTimeLimit
        prepared = PreparedStatements(limit: configuration.preparedMax)
    }

    deinit { thread.stop() }

    /// Connects to the first host of the string that serves, and sets the session's limits and formats.
    ///
    /// - Throws: ``PostgresError`` with phase `connect`: `unavailable`, `authentication`, `tooManyConnections`,
    ///   `cancelled`, or `misuse` for a string that libpq cannot read or a server older than PostgreSQL 15.
    package static func connect(
        _ configuration: ConnectionConfiguration, logger: Logger = Logger(label: "entente.postgres")
    ) async throws(PostgresError) -> Connection {
        guard let thread = ConnectionThread() else {
            throw PostgresError(.misuse("no thread or descriptor left"))
        }
        let connection = Connection(configuration, logger, thread)
        do throws(PostgresError) {
            try await connection.open()
        } catch {
            await connection.close()
            throw error.during(.connect)
        }
        return connection
    }

    /// Closes the connection; an open transaction is rolled back by the server.
    ///
    /// Closing twice is fine.
    package func close() {
        handle = nil
        if end == nil { end = PostgresError(.closed).losingConnection() }
    }

    /// Whether the connection can be used, as far as is known without asking the server.
    ///
    /// It reads what has arrived, so it notices a server that said goodbye.
    package var isUsable: Bool {
        guard let handle, !isTerminated else { return false }
        if handle.consumeInput(), !handle.isBad { return true }
        abandon(PostgresError(.unavailable(.lost)))
        return false
    }

    /// The process of the server that serves this connection, as `pg_stat_activity.pid` shows it.
    package nonisolated var processID: Int32 { server.load(ordering: .relaxed) }

    /// Whether the connection is encrypted by TLS.
    package var isEncrypted: Bool { handle?.isEncrypted ?? false }

    /// Whether a transaction is open on the connection.
    var isInTransaction: Bool { handle.map { !$0.isIdle } ?? false }

    /// Whether the connection is as good as new: usable and outside a transaction.
    var isAtRest: Bool { isUsable && !isInTransaction && copy == nil }

    /// The thread's interruptions, for code that waits on it.
    var interruptions: ConnectionThread { thread }

    /// Cuts the connection off at once, from any thread, whatever it does; the statement under way fails.
    package nonisolated func terminate() {
        termination.set()
        thread.wake()
    }

    var isTerminated: Bool { termination.isSet }

    /// Gives the connection up and keeps the reason.
    func abandon(_ reason: PostgresError) {
        handle = nil
        if end == nil { end = reason.losingConnection() }
    }

    /// - Throws: the reason when the connection is gone, or `misuse` in the middle of a COPY.
    func live() throws(PostgresError) -> PQHandle {
        let handle = try liveForCopy()
        guard copy == nil else { throw PostgresError(.misuse("a COPY is under way on the connection")) }
        return handle
    }

    func liveForCopy() throws(PostgresError) -> PQHandle {
        guard !isTerminated, let handle else { throw end ?? PostgresError(.closed).losingConnection() }
        return handle
    }

    /// Runs blocking work of this connection so that cancelling the task interrupts it.
    func interruptible<R>(_ work: (Ticket) throws(PostgresError) -> R) async throws(PostgresError) -> R {
        let ticket = Ticket(thread)
        let outcome = await withTaskCancellationHandler {
            // A call on self: only a closure that captures the actor is isolated to it.
            attempt(work, ticket)
        } onCancel: {
            ticket.cancel()
        }
        return try outcome.get()
    }

    private func attempt<R>(
        _ work: (Ticket) throws(PostgresError) -> R, _ ticket: Ticket
    ) -> Result<R, PostgresError> {
        defer { awaitCancel() }
        do throws(PostgresError) { return .success(try work(ticket)) } catch { return .failure(error) }
    }
}
