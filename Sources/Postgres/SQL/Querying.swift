/// Something that runs statements: a connection, an open transaction, or a pool that lends a connection for the time.
package protocol Querying: Sendable {
    /// Runs statements in one round trip and gives their rows, in order.
    ///
    /// Outside a transaction the statements form one, which is committed with the last of them: all are applied or
    /// none. The first that fails ends the rest; its error is thrown.
    /// - Parameter timeLimit: after this the statements are cancelled; nil leaves it to `statement_timeout`.
    /// - Throws: ``PostgresError``. When the reply is lost outside a transaction the kind is `outcomeUnknown`.
    @discardableResult
    func pipeline(_ statements: [SQL], timeLimit: Duration?) async throws(PostgresError) -> [Rows]
}

extension Querying {
    /// Runs statements in one round trip, within the session's `statement_timeout`.
    @discardableResult
    package func pipeline(_ statements: [SQL]) async throws(PostgresError) -> [Rows] {
        try await pipeline(statements, timeLimit: nil)
    }

    /// Runs one statement and gives all its rows.
    @discardableResult
    package func query(_ statement: SQL, timeLimit: Duration? = nil) async throws(PostgresError) -> Rows {
        let rows = try await pipeline([statement], timeLimit: timeLimit)
        precondition(rows.count == 1, "one statement gives one result")
        return rows[0]
    }

    /// Runs one statement and gives the number of rows it changed.
    @discardableResult
    package func execute(_ statement: SQL, timeLimit: Duration? = nil) async throws(PostgresError) -> Int {
        try await query(statement, timeLimit: timeLimit).affected
    }

    /// Runs one statement that gives exactly one row.
    ///
    /// - Throws: ``PostgresError`` of kind `rowCount` otherwise; what the statement changed stays changed.
    package func one(_ statement: SQL, timeLimit: Duration? = nil) async throws(PostgresError) -> Row {
        try await query(statement, timeLimit: timeLimit).one()
    }

    /// Runs one statement that gives one row or none.
    package func oneOrNone(_ statement: SQL, timeLimit: Duration? = nil) async throws(PostgresError) -> Row? {
        try await query(statement, timeLimit: timeLimit).oneOrNone()
    }

    /// Runs one statement that gives exactly one row and reads its first column.
    package func value<Value: PostgresDecodable>(
        _ type: Value.Type, _ statement: SQL, timeLimit: Duration? = nil
    ) async throws(PostgresError) -> Value {
        try Value(postgres: try await one(statement, timeLimit: timeLimit).cell(at: 0))
    }
}
