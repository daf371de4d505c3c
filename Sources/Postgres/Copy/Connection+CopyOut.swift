import CLibpq
import Glibc

extension Connection {
    /// Runs `COPY … TO STDOUT` and gives the bytes to `body`, a batch of whole rows at a time; gives their number.
    ///
    /// The next batch is read when `body` has taken the last. When `body` throws or the task is cancelled,
    /// the COPY is cancelled and the connection stays usable.
    /// - Parameter timeLimit: for each step; the server's `statement_timeout` covers the whole.
    /// - Throws: what `body` throws, or ``PostgresError``.
    @discardableResult
    package func copyOut(
        _ statement: SQL, timeLimit: Duration? = nil, isolation: isolated (any Actor)? = #isolation,
        _ body: ([UInt8]) async throws -> Void
    ) async throws -> Int {
        try await copyLines(statement, timeLimit) { lines in try await body(lines.flatMap { $0 }) }
    }

    /// Runs `COPY … TO STDOUT` in the text format and gives `body` the values of each row, NULL as nil.
    @discardableResult
    package func copyOutRows(
        _ statement: SQL, timeLimit: Duration? = nil, isolation: isolated (any Actor)? = #isolation,
        _ body: ([String?]) async throws -> Void
    ) async throws -> Int {
        try await copyLines(statement, timeLimit) { lines in
            for line in lines { try await body(CopyText.values(line)) }
        }
    }

    private func copyLines(
        _ statement: SQL, _ timeLimit: Duration?, isolation: isolated (any Actor)? = #isolation,
        _ body: ([[UInt8]]) async throws -> Void
    ) async throws -> Int {
        try await startCopy(statement.readOnly(), timeLimit: timeLimit, expecting: PGRES_COPY_OUT)
        do {
            while let lines = try await nextLines() { try await body(lines) }
            return try await endCopyOut()
        } catch {
            await cancelCopyOut()
            throw error
        }
    }

    /// The rows that have come, at least one; nil after the last.
    private func nextLines() async throws(PostgresError) -> [[UInt8]]? {
        guard let session = copy else { throw PostgresError(.closed) }
        return try await copyStep(session) { handle, patience throws(PostgresError) in
            try readLines(handle, &patience)
        }
    }

    private func readLines(_ handle: PQHandle, _ patience: inout Patience) throws(PostgresError) -> [[UInt8]]?
    {
        let batchMax = 1 << 16
        var lines: [[UInt8]] = []
        var size = 0
        while size < batchMax {
            switch handle.nextCopyChunk() {
            case .row(let line):
                lines.append(line)
                size += line.count
            case .end, .failed: return lines.isEmpty ? nil : lines
            case .pending:
                guard lines.isEmpty else { return lines }
                try pause(handle, for: POLLIN, &patience)
                guard handle.consumeInput() else { throw lost(handle) }
            }
        }
        return lines
    }

    private func endCopyOut() async throws(PostgresError) -> Int {
        guard let session = copy else { throw PostgresError(.closed) }
        return try await copyStep(session) { handle, patience throws(PostgresError) in
            try finishCopy(session, handle, &patience)
        }
    }

    /// Stops the COPY on the server and throws the rest away.
    private func cancelCopyOut() async {
        await giveUpCopy { handle, patience throws(PostgresError) in
            requestCancel(handle)
            while try readLines(handle, &patience) != nil {}
        }
    }
}
