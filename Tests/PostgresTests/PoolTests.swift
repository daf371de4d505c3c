import Postgres
import TestSupport
import Testing

@Suite("Pool")
struct PoolTests {
    @Test("A thousand tasks share four connections")
    func thousand() async throws {
        try await withDatabase { database in
            var limits = PoolConfiguration()
            limits.connectionsMax = 4
            limits.acquireTimeLimit = .seconds(600)
            let pool = Pool(database, limits)
            try await pool.execute("CREATE TABLE t (id int PRIMARY KEY)")
            let pids = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<1000 {
                    group.addTask {
                        try await pool.withTransaction { transaction in
                            try await transaction.execute("INSERT INTO t VALUES (\(number))")
                            return try await transaction.value(Int.self, "SELECT pg_backend_pid()")
                        }
                    }
                }
                return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
            }
            #expect(pids.count <= 4)
            #expect(try await pool.value(Int.self, "SELECT count(*) FROM t") == 1000)
            await pool.shutdown()
        }
    }

    @Test("The queue is bounded, and a wait ends at its limit")
    func bounds() async throws {
        try await withDatabase { database in
            var limits = PoolConfiguration()
            limits.connectionsMax = 1
            limits.waitersMax = 1
            limits.acquireTimeLimit = .seconds(2)
            let pool = Pool(database, limits)
            try await pool.withConnection { _ in
                let waiting = Task { await failure { try await pool.query("SELECT 1") } }
                try await TemporaryPostgres.untilTrue { pool.load.waiting == 1 }
                #expect(await failure { try await pool.query("SELECT 1") }?.kind == .poolExhausted)
                #expect(await waiting.value?.kind == .acquireTimeout)
            }
            #expect(pool.load == (idle: 1, lent: 0, opening: 0, waiting: 0))
            await pool.shutdown()
        }
    }

    @Test("A cancelled waiter leaves the queue")
    func cancelledWaiter() async throws {
        try await withDatabase { database in
            var limits = PoolConfiguration()
            limits.connectionsMax = 1
            limits.acquireTimeLimit = .seconds(60)
            let pool = Pool(database, limits)
            try await pool.withConnection { _ in
                let waiting = Task { await failure { try await pool.query("SELECT 1") } }
                try await TemporaryPostgres.untilTrue { pool.load.waiting == 1 }
                waiting.cancel()
                #expect(await waiting.value?.kind == .cancelled)
                #expect(pool.load.waiting == 0)
            }
            await pool.shutdown()
        }
    }

    @Test("Each new connection is set up once; a connection that dies is replaced")
    func replaced() async throws {
        try await withDatabase { database in
            var limits = PoolConfiguration()
            limits.connectionsMax = 1
            limits.onConnect = { try await $0.execute(SQL("SET entente.mark = 'set up'").unprepared()) }
            let pool = Pool(database, limits)
            let mark: SQL = "SELECT current_setting('entente.mark')"
            #expect(try await pool.value(String.self, mark) == "set up")
            let first = try await pool.value(Int.self, "SELECT pg_backend_pid()")
            _ = await failure { try await pool.query("SELECT pg_terminate_backend(pg_backend_pid())") }
            #expect(try await pool.value(String.self, mark) == "set up")
            #expect(try await pool.value(Int.self, "SELECT pg_backend_pid()") != first)
            await pool.shutdown()
        }
    }

    @Test("A connection that died while it lay idle is found out by the question that is put to it first")
    func asked() async throws {
        try await withDatabase { database in
            let outside = try await Connection.connect(database)
            let pid: SQL = "SELECT pg_backend_pid()"
            for isAsked in [true, false] {
                var limits = PoolConfiguration()
                limits.connectionsMax = 1
                limits.acquireTimeLimit = .seconds(60)
                limits.healthCheckAfter = isAsked ? .zero : .seconds(3600)
                let pool = Pool(database, limits)
                let first = try await pool.value(Int.self, pid)
                try await outside.query("SELECT pg_terminate_backend(\(first)::integer, 60000)")
                if isAsked {
                    #expect(try await pool.value(Int.self, pid) != first)
                } else {
                    #expect(await failure { try await pool.query(pid) }?.isConnectionLost == true)
                }
                await pool.shutdown()
            }
            await outside.close()
        }
    }

    @Test("A transaction left open by hand is not lent to the next")
    func leftOpen() async throws {
        try await withDatabase { database in
            var limits = PoolConfiguration()
            limits.connectionsMax = 1
            let pool = Pool(database, limits)
            try await pool.withConnection { try await $0.execute(SQL("BEGIN").unprepared()) }
            try await pool.withTransaction { try await $0.query("SELECT 1") }
            await pool.shutdown()
        }
    }

    @Test("A role that may not enter fails at once, not at the time limit")
    func lasting() async throws {
        let server = try await TemporaryPostgres.shared
        var limits = PoolConfiguration()
        limits.acquireTimeLimit = .seconds(600)
        let pool = Pool(server.configuration(user: "nobody_here"), limits)
        #expect(await failure { try await pool.query("SELECT 1") }?.kind == .authentication)
        await pool.shutdown()
    }

    @Test("Shutdown refuses who waits, and cuts off who does not come back")
    func shutdown() async throws {
        try await withDatabase { database in
            var limits = PoolConfiguration()
            limits.connectionsMax = 1
            limits.acquireTimeLimit = .seconds(60)
            let pool = Pool(database, limits)
            let lent = Task { await failure { try await pool.query("SELECT pg_sleep(60)") } }
            try await TemporaryPostgres.untilTrue { pool.load.lent == 1 }
            let waiting = Task { await failure { try await pool.query("SELECT 1") } }
            try await TemporaryPostgres.untilTrue { pool.load.waiting == 1 }
            await pool.shutdown(grace: .milliseconds(50))
            #expect(await waiting.value?.kind == .closed)
            #expect(await lent.value?.isConnectionLost == true)
            #expect(await failure { try await pool.query("SELECT 1") }?.kind == .closed)
        }
    }
}
