extension Connection: Querying {
    /// Runs statements in one round trip; see ``Querying/pipeline(_:timeLimit:)``.
    ///
    /// A plan that no longer fits the schema is made anew, once, when no transaction is open.
    @discardableResult
    package func pipeline(_ statements: [SQL], timeLimit: Duration?) async throws(PostgresError) -> [Rows] {
        guard !statements.isEmpty else { return [] }
        return try await interruptible { ticket throws(PostgresError) in
            let terms = Terms(timeLimit: timeLimit ?? serverTimeLimit, ticket: ticket)
            let isAlone = !isInTransaction
            do throws(PostgresError) {
                return try exchange(statements, terms)
            } catch {
                guard isAlone, error.saysPlanIsStale else { throw error }
                return try exchange(statements, terms)
            }
        }
    }

    /// Longer than the server's own limit, which should act first; it serves when the server is silent.
    var serverTimeLimit: Duration { statementTimeLimit + configuration.networkTimeLimit }

    /// Runs a text of several statements, without parameters: migrations and the like.
    ///
    /// Without `BEGIN` in it the script is one transaction. No rows are given back.
    /// - Throws: ``PostgresError`` of the first statement that failed; nothing after it has run.
    package func execute(
        script: String, name: String, timeLimit: Duration? = nil
    ) async throws(PostgresError) {
        guard !script.utf8.contains(0) else { throw PostgresError(.nulInText(parameter: 0)) }
        try await interruptible { ticket throws(PostgresError) in
            try execute(script, SQL("script", "").named(name), timeLimit ?? serverTimeLimit, ticket)
        }
    }

    private func execute(
        _ script: String, _ label: SQL, _ timeLimit: Duration, _ ticket: Ticket
    ) throws(PostgresError) {
        let handle = try live()
        let terms = Terms(timeLimit: timeLimit, ticket: ticket)
        var patience = Patience(timeLimit, cancelTimeLimit: configuration.cancelTimeLimit, ticket: ticket)
        guard !patience.isCancelled else { throw PostgresError(.cancelled) }
        let decides = handle.isIdle
        do throws(PostgresError) {
            guard handle.sendScript(script) else { throw lost(handle) }
            try drain(label, &patience)
            try checkNotices(handle)
        } catch {
            throw settle(error, handle, decides: decides, terms, [label])
        }
    }

    /// Reads the answers of the simple protocol to their end and throws the first error among them.
    func drain(_ statement: SQL, _ patience: inout Patience) throws(PostgresError) {
        var failure: PostgresError?
        while let result = try receive(&patience) {
            guard !result.isCopy else {
                throw PostgresError(.misuse("COPY has its own calls")).losingConnection()
            }
            if let error = try refusal(in: result, statement, patience) { failure = failure ?? error }
        }
        if let failure { throw failure }
    }
}

extension PostgresError {
    /// Whether a prepared statement is gone or no longer fits the schema, so that planning anew helps.
    fileprivate var saysPlanIsStale: Bool {
        sqlState == "26000" || (sqlState == "0A000" && message?.contains("cached plan") == true)
    }
}
