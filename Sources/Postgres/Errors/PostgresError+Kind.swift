extension PostgresError {
    /// What kind of thing happened, for code that decides what to do next.
    package enum Kind: Sendable, Equatable {
        /// No usable server for now; nothing was changed. Try later.
        case unavailable(Unavailability)

        /// The server refused who we are, or the database does not exist.
        case authentication

        /// The server, the role or the database has no connection left (53300).
        case tooManyConnections

        /// The reply to a commit, or to a statement outside a transaction, was lost or came with a warning that it
        /// may not be replicated. It may have been applied: look it up before any retry.
        case outcomeUnknown

        /// A disk of the server is full (53100).
        case storageFull

        /// A lock was not granted in time (55P03).
        case lockTimeout

        /// The statement's time was up, the server's limit or the caller's (57014).
        case statementTimeout

        /// The task was cancelled; the statement was stopped and nothing was changed by it.
        case cancelled

        /// Somebody else cancelled the statement on the server (57014).
        case cancelledByServer

        /// 40001: start the transaction again.
        case serializationFailure

        /// 40P01: start the transaction again.
        case deadlock

        case uniqueViolation
        case foreignKeyViolation
        case checkViolation
        case notNullViolation
        case exclusionViolation

        /// 42501: the role may not do this, or row security forbids the row.
        case insufficientPrivilege

        /// A text parameter holds a NUL, which PostgreSQL cannot store. 0 stands for the statement's own text.
        case nulInText(parameter: Int)

        /// A cell does not hold a value of the type asked for.
        case decoding(expected: String)

        /// There is no such column in the result; the column is named in ``PostgresError/column``.
        case noSuchColumn

        /// A number of rows that the caller ruled out.
        case rowCount(Int)

        /// An earlier statement of the same pipeline failed; this one did not run.
        case pipelineAborted

        /// The transaction had failed already, so its commit became a rollback, or a statement was refused (25P02).
        case transactionAborted

        /// Too many wait for a connection already.
        case poolExhausted

        /// No connection became free in time.
        case acquireTimeout

        /// The pool or the connection was shut down.
        case closed

        /// A mistake in the calling program; the text says which.
        case misuse(String)

        /// Any other error of the server; the SQLSTATE says which.
        case server
    }

    /// Why there is no server.
    package enum Unavailability: String, Sendable {
        /// Refused, unreachable, unknown host, or no server of the asked kind among the hosts.
        case unreachable

        /// No answer in time.
        case timeout

        /// The server starts up, recovers or shuts down (57P01 to 57P03).
        case restarting

        /// The connection was cut.
        case lost
    }
}

extension PostgresError.Kind {
    /// The kind in words, without values.
    var label: String {
        switch self {
        case .unavailable(let cause): "unavailable (\(cause.rawValue))"
        case .nulInText(let parameter): "NUL in the text of parameter \(parameter)"
        case .decoding(let expected): "not readable as \(expected)"
        case .rowCount(let count): "\(count) rows"
        case .misuse(let what): "misuse: \(what)"
        default: "\(self)"
        }
    }
}
