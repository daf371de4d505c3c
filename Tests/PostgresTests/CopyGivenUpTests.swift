import Postgres
import TestSupport
import Testing

@Suite("A COPY given up half-way")
struct CopyGivenUpTests {
    private static let table = SQL("CREATE TABLE t (id int, name text)").unprepared()
    private static let many: SQL = "COPY (SELECT * FROM generate_series(1, 1000000)) TO STDOUT"

    /// A source whose task is cancelled after the first chunk; then it ends, as streams do, or has one more.
    struct Interrupted: AsyncSequence, AsyncIteratorProtocol {
        let hasMore: Bool
        var count = 0

        func makeAsyncIterator() -> Self { self }

        mutating func next() async -> [UInt8]? {
            count += 1
            guard count > 1 else { return Array("1\ta\n".utf8) }
            withUnsafeCurrentTask { $0?.cancel() }
            return hasMore && count == 2 ? Array("2\tb\n".utf8) : nil
        }
    }

    private static func cancel(_ batch: [UInt8]) { withUnsafeCurrentTask { $0?.cancel() } }

    /// What `body` throws in a task of its own, which it may cancel.
    private func failureApart(of body: @escaping @Sendable () async throws -> Int) async -> PostgresError? {
        let task = Task { await failure(of: body) }
        return await task.value
    }

    @Test(
        "A task cancelled between two chunks leaves nothing, and the connection usable",
        arguments: [false, true], [false, true])
    func cancelledIn(inTransaction: Bool, hasMore: Bool) async throws {
        try await withConnection { connection async throws in
            try await connection.execute(Self.table)
            let error = await failureApart {
                let (statement, chunks): (SQL, _) = ("COPY t FROM STDIN", Interrupted(hasMore: hasMore))
                guard inTransaction else { return try await connection.copyIn(statement, chunks: chunks) }
                return try await connection.withTransaction { try await $0.copyIn(statement, chunks: chunks) }
            }
            #expect(error?.kind == .cancelled && error?.phase == .copy)
            #expect(error?.statement == "COPY t FROM STDIN" && error?.isConnectionLost == false)
            #expect(try await connection.value(Int.self, "SELECT count(*) FROM t") == 0)
        }
    }

    @Test(
        "A reader cancelled between two batches ends the COPY, and the connection stays usable",
        arguments: [false, true])
    func cancelledOut(inTransaction: Bool) async throws {
        try await withConnection { connection async throws in
            let error = await failureApart {
                guard inTransaction else { return try await connection.copyOut(Self.many, Self.cancel) }
                return try await connection.withTransaction { try await $0.copyOut(Self.many, Self.cancel) }
            }
            #expect(error?.kind == .cancelled && error?.phase == .copy)
            #expect(error?.isConnectionLost == false)
            #expect(try await connection.value(Int.self, "SELECT 1") == 1)
        }
    }

    @Test("A task cancelled beforehand starts no COPY")
    func cancelledBefore() async throws {
        try await withConnection { connection async throws in
            try await connection.execute(Self.table)
            let error = await failureApart {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await connection.copyIn("COPY t FROM STDIN", rows: [[1, "a"]])
            }
            #expect(error?.kind == .cancelled)
            #expect(try await connection.value(Int.self, "SELECT count(*) FROM t") == 0)
        }
    }

    @Test("When the server goes away under it the connection is given up", arguments: [false, true])
    func lost(isIn: Bool) async throws {
        try await withDatabase { database in
            let (connection, other) = (
                try await Connection.connect(database), try await Connection.connect(database)
            )
            try await connection.execute(Self.table)
            let pid = connection.processID
            let end = { @Sendable () async throws in
                try await other.query("SELECT pg_terminate_backend(\(pid))")
                try await untilTrue(
                    "SELECT NOT EXISTS (SELECT FROM pg_stat_activity WHERE pid = \(pid))", on: other)
                throw CopyTests.Enough()
            }
            await #expect(throws: CopyTests.Enough.self) {
                guard isIn else { return try await connection.copyOut(Self.many) { _ in try await end() } }
                let chunks = AsyncThrowingStream<[UInt8], any Error> {
                    try await end()
                    return nil
                }
                return try await connection.copyIn("COPY t FROM STDIN", chunks: chunks)
            }
            #expect(await failure { try await connection.query("SELECT 1") }?.isConnectionLost == true)
            await other.close()
        }
    }
}
