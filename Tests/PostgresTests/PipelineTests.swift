import Postgres
import TestSupport
import Testing

@Suite("Pipeline")
struct PipelineTests {
    @Test("Results come in the order of the statements")
    func order() async throws {
        try await withConnection { connection async throws in
            let rows = try await connection.pipeline((1...200).map { "SELECT \($0) AS n" })
            #expect(try rows.map { try $0.one().decode(Int.self, "n") } == Array(1...200))
        }
    }

    @Test("One failure ends the rest, and nothing of the batch is applied")
    func atomic() async throws {
        try await withConnection { connection async throws in
            try await connection.execute(SQL("CREATE TABLE t (id int PRIMARY KEY)").unprepared())
            let error = await failure {
                try await connection.pipeline([
                    "INSERT INTO t VALUES (1)", SQL("second", "INSERT INTO t VALUES (1)"),
                    "INSERT INTO t VALUES (2)",
                ])
            }
            #expect(error?.kind == .uniqueViolation)
            #expect(error?.statement == "second")
            #expect(try await connection.value(Int.self, "SELECT count(*) FROM t") == 0)
        }
    }

    @Test("A constraint that fails when the batch is committed is reported as itself", arguments: [1, 2])
    func deferred(statements count: Int) async throws {
        try await withConnection { connection async throws in
            try await connection.execute(
                script: "CREATE TABLE t (id text PRIMARY KEY DEFERRABLE INITIALLY DEFERRED)", name: "test")
            try await connection.execute("INSERT INTO t VALUES (\("canary"))")
            let insert = SQL("t.insert", "INSERT INTO t VALUES (\("canary"))")
            let error = await failure { try await connection.pipeline(["SELECT 1", insert].suffix(count)) }
            #expect(error?.kind == .uniqueViolation && error?.sqlState == "23505")
            #expect(error?.constraint == "t_pkey" && error?.phase == .commit)
            #expect(error?.isConnectionLost == false)
            if count == 1 { #expect(error?.statement == "t.insert") }
            #expect(error?.description.contains("canary") == false)
            #expect(try await connection.value(Int.self, "SELECT count(*) FROM t") == 1)
        }
    }

    @Test("A batch larger than the network's buffers does not stall", .timeLimit(.minutes(1)))
    func large() async throws {
        try await withConnection { connection async throws in
            let text = String(repeating: "x", count: 1 << 20)
            let rows = try await connection.pipeline((0..<20).map { _ in "SELECT \(text)::text AS t" })
            #expect(try rows.allSatisfy { try $0.one().decode(String.self, "t").utf8.count == 1 << 20 })
        }
    }

    @Test("Only so many statements stay prepared")
    func prepared() async throws {
        try await withDatabase { database in
            var few = database
            few.preparedMax = 4
            let connection = try await Connection.connect(few)
            for number in 0..<20 {
                let literal = SQL(stringLiteral: "SELECT \(number)")
                #expect(try await connection.value(Int.self, literal) == number)
            }
            let count = SQL("SELECT count(*) FROM pg_prepared_statements").unprepared()
            #expect(try await connection.value(Int.self, count) <= 5)
            await connection.close()
        }
    }

    @Test("A plan that no longer fits the schema is made anew")
    func stalePlan() async throws {
        try await withConnection { connection async throws in
            try await connection.execute(
                script: "CREATE TABLE t (a int); INSERT INTO t VALUES (1)", name: "test")
            #expect(try await connection.one("SELECT * FROM t")["a"] == "1")
            try await connection.execute(SQL("ALTER TABLE t ADD b int DEFAULT 2").unprepared())
            #expect(try await connection.one("SELECT * FROM t")["b"] == "2")
            try await connection.execute(SQL("DEALLOCATE ALL").unprepared())
            #expect(try await connection.one("SELECT * FROM t")["b"] == "2")
        }
    }

    @Test("A script runs as one transaction")
    func script() async throws {
        try await withConnection { connection async throws in
            let error = await failure {
                try await connection.execute(
                    script: "CREATE TABLE t (); SELECT 1/0; CREATE TABLE u ()", name: "m1")
            }
            #expect(error?.sqlState == "22012" && error?.statement == "m1")
            #expect(try await connection.value(Bool.self, "SELECT to_regclass('t') IS NULL"))
        }
    }
}
