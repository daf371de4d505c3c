import CLibpq

extension Connection {
    /// Runs `COPY … FROM STDIN` with the bytes of `chunks`, cut wherever, and gives the number of rows.
    ///
    /// The chunks are sent as the server takes them; none is kept. When `chunks` throws or the task is cancelled, the
    /// COPY fails on the server and nothing of it stays.
    /// - Parameter timeLimit: for each step; the server's `statement_timeout` covers the whole.
    /// - Throws: what `chunks` throws, or ``PostgresError``.
    @discardableResult
    package func copyIn<Chunks: AsyncSequence>(
        _ statement: SQL, chunks: Chunks, timeLimit: Duration? = nil,
        isolation: isolated (any Actor)? = #isolation
    ) async throws -> Int where Chunks.Element == [UInt8] {
        try await startCopy(statement, timeLimit: timeLimit, expecting: PGRES_COPY_IN)
        do {
            for try await chunk in chunks { try await put(chunk) }
            return try await endCopyIn()
        } catch {
            await failCopyIn()
            throw error
        }
    }

    /// Runs `COPY … FROM STDIN` in the text format with the given rows, and gives their number.
    ///
    /// - Throws: ``PostgresError``; a NUL in a text is refused and nothing stays.
    @discardableResult
    package func copyIn(
        _ statement: SQL, rows: [[any PostgresEncodable]], timeLimit: Duration? = nil
    ) async throws(PostgresError) -> Int {
        let batchMax = 1 << 16
        try await startCopy(statement, timeLimit: timeLimit, expecting: PGRES_COPY_IN)
        do throws(PostgresError) {
            var batch: [UInt8] = []
            for row in rows {
                batch += try CopyText.line(row)
                guard batch.count >= batchMax else { continue }
                try await put(batch)
                batch = []
            }
            try await put(batch)
            return try await endCopyIn()
        } catch {
            await failCopyIn()
            throw error
        }
    }

    private func put(_ chunk: [UInt8]) async throws(PostgresError) {
        guard let session = copy, !chunk.isEmpty else { return }
        try await copyStep(session) { handle, patience throws(PostgresError) in
            guard handle.putCopy(chunk) == 1 else { throw lost(handle) }
            try flushCopy(handle, &patience)
        }
    }

    private func endCopyIn() async throws(PostgresError) -> Int {
        guard let session = copy else { throw PostgresError(.closed) }
        return try await copyStep(session) { handle, patience throws(PostgresError) in
            guard handle.endCopy() == 1 else { throw lost(handle) }
            try flushCopy(handle, &patience)
            return try finishCopy(session, handle, &patience)
        }
    }

    /// Tells the server to discard the COPY, if it is still under way.
    private func failCopyIn() async {
        await giveUpCopy { handle, patience throws(PostgresError) in
            guard handle.endCopy(because: "given up by the client") == 1 else { throw lost(handle) }
            try flushCopy(handle, &patience)
        }
    }
}
