import CLibpq
import Glibc
import Synchronization

extension Connection {
    /// Connects to the first host that serves and prepares the session.
    func open() async throws(PostgresError) {
        let attempts = try ConnectionTargets(configuration).attempts
        try await interruptible { ticket throws(PostgresError) in
            var failure = PostgresError(.unavailable(.unreachable))
            for parameters in attempts {
                do throws(PostgresError) {
                    return try open(parameters, ticket)
                } catch {
                    handle = nil
                    failure = error
                    if ticket.isCancelled { break }
                }
            }
            throw failure
        }
    }

    private func open(_ parameters: [(String, String)], _ ticket: Ticket) throws(PostgresError) {
        let deadline = ContinuousClock.now + ConnectionTargets.timeLimit(parameters, configuration)
        let new = try start(parameters, ticket, until: deadline)
        try connect(new, ticket, until: deadline)
        guard new.serverVersion >= 150_000 else {
            throw PostgresError(.misuse("the server is older than PostgreSQL 15"))
        }
        guard new.makeNonBlocking() else { throw lost(new) }
        handle = new
        server.store(new.processID, ordering: .relaxed)
        let timeLimit = max(.milliseconds(1), deadline - .now)
        let limits = try exchange([session], Terms(timeLimit: timeLimit, ticket: ticket))
        statementTimeLimit = try Self.statementTimeLimit(in: limits)
    }

    /// Starts to connect, on a thread of its own: libpq resolves names there and knows no limit for it.
    private func start(
        _ parameters: [(String, String)], _ ticket: Ticket, until deadline: ContinuousClock.Instant
    ) throws(PostgresError) -> PQHandle {
        let handover = Handover<PQHandle>()
        let thread = interruptions
        let isStarted = DetachedThread.start {
            handover.give(PQHandle(parameters: parameters))
            thread.wake()
        }
        guard isStarted else { throw PostgresError(.misuse("no thread or descriptor left")) }
        while true {
            switch handover.take() {
            case .value(let handle): return handle
            case .nothing: throw PostgresError(.misuse("out of memory"))
            case .waiting: break
            }
            guard !ticket.isCancelled else {
                handover.decline()
                throw PostgresError(.cancelled).losingConnection()
            }
            guard ContinuousClock.now < deadline else {
                handover.decline()
                throw PostgresError(.unavailable(.timeout)).losingConnection()
            }
            waitForSocket(-1, for: 0, until: deadline)
        }
    }

    private func connect(
        _ new: PQHandle, _ ticket: Ticket, until deadline: ContinuousClock.Instant
    ) throws(PostgresError) {
        var progress = new.isBad ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING
        while progress != PGRES_POLLING_OK {
            guard progress != PGRES_POLLING_FAILED else { throw new.connectFailure.error }
            guard !ticket.isCancelled else { throw PostgresError(.cancelled).losingConnection() }
            guard ContinuousClock.now < deadline else {
                throw PostgresError(.unavailable(.timeout)).losingConnection()
            }
            let events = progress == PGRES_POLLING_READING ? POLLIN : POLLOUT
            guard isReady(new.socket, for: events, until: deadline) else { continue }
            progress = new.connectPoll()
        }
    }

    /// Whether the socket is ready; false after an interruption or at the deadline.
    private func isReady(_ socket: Int32, for events: Int32, until deadline: ContinuousClock.Instant) -> Bool
    {
        waitForSocket(socket, for: events, until: deadline)
        var watched = pollfd(fd: socket, events: Int16(events), revents: 0)
        return poll(&watched, 1, 0) > 0
    }

    /// The limit that the session has for a statement; 0 stands for none.
    private static func statementTimeLimit(in session: [Rows]) throws(PostgresError) -> Duration {
        let longest = Duration.seconds(1 << 32)
        guard let row = session.first?.first else { return longest }
        let milliseconds = try row.decode(Int.self, "statement_timeout")
        return milliseconds > 0 ? .milliseconds(milliseconds) : longest
    }

    /// Sets the formats that the readers of values rely on, and the limits, in one round trip.
    ///
    /// It gives the limit for a statement.
    private var session: SQL {
        let formats = [
            ("TimeZone", "UTC"), ("DateStyle", "ISO, MDY"), ("IntervalStyle", "iso_8601"),
            ("bytea_output", "hex"),
            ("extra_float_digits", "1"), ("standard_conforming_strings", "on"),
        ].map { name, value -> SQL in "set_config(\(name), \(value), false)" }
        let limits = [
            ("statement_timeout", configuration.statementTimeLimit),
            ("lock_timeout", configuration.lockTimeLimit),
            ("idle_in_transaction_session_timeout", configuration.idleInTransactionTimeLimit),
        ].map { ($0, "\(Int(($1 / .milliseconds(1)).rounded(.up)))") }
        let settings = formats + limits.map { name, _ in "set_config(\(name), \(identifier: name), false)" }
        let begin: SQL = """
            WITH limits AS MATERIALIZED (SELECT \(SQL.joined(limits.map(limit))))
            SELECT statement_timeout::int, \(SQL.joined(settings)) FROM limits
            """
        return begin.named("session.begin").unprepared().readOnly()
    }

    /// A limit as the `options` of the string have it, else as the configuration has it.
    private func limit(name: String, _ milliseconds: String) -> SQL {
        """
        coalesce(
            (SELECT setting FROM pg_settings s WHERE s.name = \(name) AND source = 'client'), \(milliseconds)
        ) AS \(identifier: name)
        """
    }
}
