extension Transaction {
    /// Runs `COPY … FROM STDIN` in the transaction; see ``Connection/copyIn(_:chunks:timeLimit:isolation:)``.
    @discardableResult
    package func copyIn<Chunks: AsyncSequence>(
        _ statement: SQL, chunks: Chunks, timeLimit: Duration? = nil,
        isolation: isolated (any Actor)? = #isolation
    ) async throws -> Int where Chunks.Element == [UInt8] {
        try check()
        return try await connection.copyIn(statement, chunks: chunks, timeLimit: timeLimit)
    }

    /// Runs `COPY … FROM STDIN` in the transaction; see ``Connection/copyIn(_:rows:timeLimit:)``.
    @discardableResult
    package func copyIn(
        _ statement: SQL, rows: [[any PostgresEncodable]], timeLimit: Duration? = nil
    ) async throws(PostgresError) -> Int {
        try check()
        return try await connection.copyIn(statement, rows: rows, timeLimit: timeLimit)
    }

    /// Runs `COPY … TO STDOUT` in the transaction; see ``Connection/copyOut(_:timeLimit:isolation:_:)``.
    @discardableResult
    package func copyOut(
        _ statement: SQL, timeLimit: Duration? = nil, isolation: isolated (any Actor)? = #isolation,
        _ body: ([UInt8]) async throws -> Void
    ) async throws -> Int {
        try check()
        return try await connection.copyOut(statement, timeLimit: timeLimit, body)
    }
}
