import Postgres
import TestSupport
import Testing

/// Each test has a server of its own and hurts it.
@Suite("Faults")
struct FaultTests {
    static let isSleeping: SQL = "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep')"

    private func withServer(_ body: (TemporaryPostgres) async throws -> Void) async throws {
        let server = try await TemporaryPostgres.start()
        try await body(server)
        try await server.remove()
    }

    @Test(
        "A server killed in the middle of a statement",
        arguments: [TemporaryPostgres.Stop.kill, .immediate, .fast])
    func killed(how: TemporaryPostgres.Stop) async throws {
        try await withServer { server in
            let (writer, reader, inside, watcher) = (
                try await Connection.connect(server.configuration()),
                try await Connection.connect(server.configuration()),
                try await Connection.connect(server.configuration()),
                try await Connection.connect(server.configuration())
            )
            let write = Task { await failure { try await writer.query("SELECT pg_sleep(60)") } }
            let read = Task {
                await failure { try await reader.query(SQL("SELECT pg_sleep(60)").readOnly()) }
            }
            let transaction = Task {
                await failure {
                    try await inside.withTransaction { try await $0.query("SELECT pg_sleep(60)") }
                }
            }
            try await untilTrue(
                "SELECT count(*) = 3 FROM pg_stat_activity WHERE wait_event = 'PgSleep'", on: watcher)
            try await server.stop(how)
            let errors = (await write.value, await read.value, await transaction.value)
            for error in [errors.0, errors.1, errors.2] { #expect(error?.isConnectionLost == true) }
            for error in [errors.1, errors.2] { #expect(error?.isCertainlyNotApplied == true, "\(error!)") }
            if how == .immediate { #expect(errors.0?.kind == .outcomeUnknown) }
            #expect(await failure { try await writer.query("SELECT 1") }?.isConnectionLost == true)
        }
    }

    @Test("A pool outlives its server: it waits while it is down and serves when it is back")
    func restart() async throws {
        try await withServer { server in
            var limits = PoolConfiguration()
            limits.connectionsMax = 2
            limits.acquireTimeLimit = .milliseconds(300)
            let pool = Pool(server.configuration(), limits)
            #expect(try await pool.value(Int.self, "SELECT 1") == 1)
            try await server.stop(.kill)
            let down = await failure {
                _ = try? await pool.query("SELECT 1")
                return try await pool.query("SELECT 1")
            }
            #expect(down?.isCertainlyNotApplied == true)
            try await server.start()
            try await TemporaryPostgres.untilTrue { (try? await pool.query("SELECT 1")) != nil }
            await pool.shutdown()
        }
    }

    @Test("A connection asked for while the server is down is given when it comes up")
    func downAtStart() async throws {
        try await withServer { server in
            try await server.stop()
            var limits = PoolConfiguration()
            limits.acquireTimeLimit = .seconds(60)
            limits.backoff.longest = .milliseconds(200)
            let pool = Pool(server.configuration(), limits)
            async let value = pool.value(Int.self, "SELECT 1")
            try await TemporaryPostgres.untilTrue { pool.load.waiting == 1 }
            try await server.start()
            #expect(try await value == 1)
            await pool.shutdown()
        }
    }

    @Test(
        "A commit that stops waiting for its standby is unknown, never a success", arguments: [false, true])
    func synchronousStandby(isTerminated: Bool) async throws {
        try await withServer { server in
            let (connection, other) = (
                try await Connection.connect(server.configuration()),
                try await Connection.connect(server.configuration())
            )
            try await connection.execute("CREATE TABLE t (id int)")
            try await server.set("synchronous_standby_names", to: "missing")
            try await untilTrue(
                "SELECT current_setting('synchronous_standby_names') = 'missing'", on: connection)
            for isAlone in [true, false] where isAlone != isTerminated {
                // Commits begin to wait when the checkpointer has read the setting, which no session can see.
                let commit = Task {
                    var error: PostgresError?
                    for _ in 0..<10_000 where error == nil {
                        error = await failure {
                            if isAlone { return try await connection.execute("INSERT INTO t VALUES (1)") }
                            return try await connection.withTransaction {
                                try await $0.execute("INSERT INTO t VALUES (2)")
                            }
                        }
                    }
                    return error
                }
                try await untilTrue(
                    "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event = 'SyncRep')", on: other)
                let pid = connection.processID
                try await other.query(
                    isTerminated ? "SELECT pg_terminate_backend(\(pid))" : "SELECT pg_cancel_backend(\(pid))")
                let error = await commit.value
                #expect(error?.kind == .outcomeUnknown, "\(String(describing: error))")
                #expect(error?.isConnectionLost == isTerminated)
            }
            await other.close()
        }
    }

    @Test("A commit that nobody confirms is given up at its time limit, and called unknown")
    func commitTimeLimit() async throws {
        try await withServer { server in
            var hasty = server.configuration()
            hasty.commitTimeLimit = .milliseconds(200)
            let connection = try await Connection.connect(hasty)
            try await connection.execute("CREATE TABLE t (id int)")
            try await server.set("synchronous_standby_names", to: "missing")
            try await untilTrue(
                "SELECT current_setting('synchronous_standby_names') = 'missing'", on: connection)
            // Commits begin to wait when the checkpointer has read the setting, which no session can see.
            var error: PostgresError?
            for _ in 0..<10_000 where error == nil {
                error = await failure {
                    try await connection.withTransaction { try await $0.execute("INSERT INTO t VALUES (1)") }
                }
            }
            #expect(error?.kind == .outcomeUnknown && error?.isConnectionLost == true)
        }
    }
}
