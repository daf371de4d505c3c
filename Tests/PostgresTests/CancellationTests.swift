import Postgres
import TestSupport
import Testing

@Suite("Cancellation and time limits")
struct CancellationTests {
    static let isSleeping: SQL =
        "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep')"

    @Test("Cancelling the task ends the statement on the server, and the connection stays usable")
    func cancel() async throws {
        try await withDatabase { database in
            let (connection, watcher) = (
                try await Connection.connect(database), try await Connection.connect(database)
            )
            let task = Task { await failure { try await connection.query("SELECT pg_sleep(60)") } }
            try await untilTrue(Self.isSleeping, on: watcher)
            task.cancel()
            #expect(await task.value?.kind == .cancelled)
            #expect(try await !watcher.value(Bool.self, Self.isSleeping))
            #expect(try await connection.value(Int.self, "SELECT 1") == 1)
            await connection.close()
            await watcher.close()
        }
    }

    @Test("A task cancelled beforehand sends nothing")
    func cancelledBefore() async throws {
        try await withConnection { connection async throws in
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return await failure { try await connection.execute("CREATE TABLE t ()") }
            }
            #expect(await task.value?.kind == .cancelled)
            #expect(try await connection.value(Bool.self, "SELECT to_regclass('t') IS NULL"))
        }
    }

    @Test("A call's own time limit ends the statement")
    func timeLimit() async throws {
        try await withConnection { connection async throws in
            let error = await failure {
                try await connection.query("SELECT pg_sleep(60)", timeLimit: .milliseconds(50))
            }
            #expect(error?.kind == .statementTimeout && error?.isConnectionLost == false)
            #expect(try await connection.value(Int.self, "SELECT 1") == 1)
        }
    }

    @Test("The session's limits hold for statements and for locks")
    func sessionLimits() async throws {
        try await withDatabase { database in
            var short = database
            short.statementTimeLimit = .milliseconds(300)
            short.lockTimeLimit = .milliseconds(50)
            let (holder, connection) = (
                try await Connection.connect(database), try await Connection.connect(short)
            )
            #expect(
                await failure { try await connection.query("SELECT pg_sleep(60)") }?.kind == .statementTimeout
            )
            try await holder.execute(SQL("CREATE TABLE t ()").unprepared())
            try await holder.withTransaction { transaction in
                try await transaction.execute(SQL("LOCK TABLE t").unprepared())
                #expect(await failure { try await connection.query("SELECT * FROM t") }?.kind == .lockTimeout)
            }
            await holder.close()
            await connection.close()
        }
    }

    @Test("Somebody else's cancel is told apart from ours")
    func foreignCancel() async throws {
        try await withDatabase { database in
            let (connection, other) = (
                try await Connection.connect(database), try await Connection.connect(database)
            )
            let task = Task { await failure { try await connection.query("SELECT pg_sleep(60)") } }
            try await untilTrue(Self.isSleeping, on: other)
            try await other.query("SELECT pg_cancel_backend(\(connection.processID))")
            #expect(await task.value?.kind == .cancelledByServer)
            await connection.close()
            await other.close()
        }
    }

    @Test("Terminating a connection ends what it does at once")
    func terminate() async throws {
        try await withDatabase { database in
            let (connection, other) = (
                try await Connection.connect(database), try await Connection.connect(database)
            )
            let task = Task { await failure { try await connection.query("SELECT pg_sleep(60)") } }
            try await untilTrue(Self.isSleeping, on: other)
            connection.terminate()
            let error = await task.value
            #expect(error?.kind == .outcomeUnknown && error?.isConnectionLost == true)
            #expect(await !connection.isUsable)
            await other.close()
        }
    }
}
