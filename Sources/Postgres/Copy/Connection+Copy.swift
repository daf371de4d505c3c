import CLibpq
import Glibc

extension Connection {
    /// Starts a COPY; until it is over the connection takes no other statement.
    func startCopy(
        _ statement: SQL, timeLimit: Duration?, expecting status: ExecStatusType
    ) async throws(PostgresError) {
        let rendered = try statement.rendered()
        guard rendered.values.isEmpty else { throw PostgresError(.misuse("COPY takes no bound values")) }
        let decides = try !live().isIdle ? false : !statement.isReadOnly
        let session = CopySession(
            statement: statement, decides: decides, timeLimit: timeLimit ?? serverTimeLimit)
        try await copyStep(session) { handle, patience throws(PostgresError) in
            guard handle.sendScript(rendered.text) else { throw lost(handle) }
            guard let result = try receive(&patience) else { throw lost(handle) }
            if let error = try refusal(in: result, statement, patience) {
                try drain(statement, &patience)
                throw error
            }
            guard result.status == status else {
                throw PostgresError(.misuse("the statement is not the expected kind of COPY"))
                    .losingConnection()
            }
            copy = session
        }
    }

    /// Runs one step of a COPY; whatever it throws ends the COPY or the connection.
    ///
    /// A task that is cancelled already takes no step: then the COPY stays under way, to be ended by
    /// ``giveUpCopy(_:)``.
    func copyStep<R>(
        _ session: CopySession, isCancellable: Bool = true,
        _ step: (PQHandle, inout Patience) throws(PostgresError) -> R
    ) async throws(PostgresError) -> R {
        try await interruptible { ticket throws(PostgresError) in
            let handle = try liveForCopy()
            let terms = Terms(timeLimit: session.timeLimit, ticket: isCancellable ? ticket : nil)
            var patience = Patience(
                terms.timeLimit, cancelTimeLimit: configuration.cancelTimeLimit, ticket: terms.ticket,
                runningSince: session.start)
            guard !patience.isCancelled else { throw session.refusal(.cancelled) }
            do throws(PostgresError) {
                return try step(handle, &patience)
            } catch {
                copy = nil
                throw settle(error, handle, decides: session.decides, terms, [session.statement]).during(
                    .copy)
            }
        }
    }

    /// Ends the COPY, if one is under way, as `tell` tells the server, and reads what is left of it.
    ///
    /// What the server answers does not matter; a connection on which it does not answer is given up.
    func giveUpCopy(_ tell: (PQHandle, inout Patience) throws(PostgresError) -> Void) async {
        guard var session = copy else { return }
        session.timeLimit = max(session.timeLimit, configuration.cancelTimeLimit)
        _ = try? await copyStep(session, isCancellable: false) { handle, patience throws(PostgresError) in
            try tell(handle, &patience)
            _ = try finishCopy(session, handle, &patience)
        }
    }

    /// Sends everything that is queued, so that a slow server slows the sender down.
    func flushCopy(_ handle: PQHandle, _ patience: inout Patience) throws(PostgresError) {
        while true {
            switch handle.flush() {
            case 0: return
            case 1: try pause(handle, for: POLLIN | POLLOUT, &patience)
            default: throw lost(handle)
            }
            guard handle.consumeInput() else { throw lost(handle) }
        }
    }

    /// Reads the results after the last row and gives the number of rows.
    func finishCopy(
        _ session: CopySession, _ handle: PQHandle, _ patience: inout Patience
    ) throws(PostgresError) -> Int {
        var failure: PostgresError?
        var rows = 0
        while let result = try receive(&patience) {
            if let error = try refusal(in: result, session.statement, patience) { failure = failure ?? error }
            rows = max(rows, result.affected)
        }
        copy = nil
        if let failure { throw failure }
        try checkNotices(handle)
        return rows
    }
}
