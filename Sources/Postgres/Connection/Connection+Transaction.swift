extension Connection {
    /// Runs `body` in a transaction: committed when it returns, rolled back when it throws or the task is cancelled.
    ///
    /// - Throws: what `body` throws, after the rollback; or ``PostgresError``. `outcomeUnknown` means that COMMIT was
    ///   sent and its answer is lost or uncertain; every other error means that nothing was applied.
    @discardableResult
    package func withTransaction<R>(
        level: IsolationLevel = .readCommitted, readOnly: Bool = false,
        isolation: isolated (any Actor)? = #isolation,
        _ body: (Transaction) async throws -> R
    ) async throws -> R {
        try await begin(level, readOnly: readOnly)
        let transaction = Transaction(self)
        let value: R
        do {
            value = try await body(transaction)
            if Task.isCancelled { throw PostgresError(.cancelled) }
        } catch {
            transaction.leave()
            await rollback()
            throw error
        }
        transaction.leave()
        try await commit()
        return value
    }

    private func begin(_ level: IsolationLevel, readOnly: Bool) async throws(PostgresError) {
        guard !isInTransaction else {
            throw PostgresError(.misuse("a transaction is open on this connection"))
        }
        let begin = SQL(
            stringLiteral: "BEGIN ISOLATION LEVEL \(level.rawValue)\(readOnly ? " READ ONLY" : "")")
        _ = try await interruptible { ticket throws(PostgresError) in
            try exchange([begin.unprepared().readOnly()], Terms(timeLimit: serverTimeLimit, ticket: ticket))
        }
    }

    /// A commit is not cancelled with its task: to stop one that waits for a standby would pass it for a success.
    private func commit() throws(PostgresError) {
        let terms = Terms(timeLimit: configuration.commitTimeLimit, ticket: nil, isCommit: true)
        let rows = try exchange(["COMMIT"].map { (statement: SQL) in statement.unprepared() }, terms)
        guard rows.first?.result.tag == "COMMIT" else {
            throw PostgresError(.transactionAborted).during(.commit)
        }
    }

    /// A connection that cannot roll back is given up; the server rolls back then.
    private func rollback() {
        guard isInTransaction else { return }
        let statement = SQL("ROLLBACK").unprepared().readOnly()
        let terms = Terms(timeLimit: configuration.cancelTimeLimit, ticket: nil)
        do throws(PostgresError) { _ = try exchange([statement], terms) } catch { abandon(error) }
    }
}
