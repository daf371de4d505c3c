import Postgres
import TestSupport
import Testing

@Suite("Transactions")
struct TransactionTests {
    struct Refused: Error {}

    static func prepare(_ connection: Connection) async throws {
        try await connection.execute(
            SQL("CREATE TABLE t (id int PRIMARY KEY DEFERRABLE INITIALLY DEFERRED)").unprepared())
    }

    static func count(_ connection: Connection) async throws -> Int {
        try await connection.value(Int.self, "SELECT count(*) FROM t")
    }

    @Test("A scope that throws leaves nothing behind, and throws the same")
    func rollback() async throws {
        try await withConnection { connection async throws in
            try await Self.prepare(connection)
            await #expect(throws: Refused.self) {
                try await connection.withTransaction { transaction in
                    try await transaction.execute("INSERT INTO t VALUES (1)")
                    throw Refused()
                }
            }
            #expect(try await Self.count(connection) == 0)
        }
    }

    @Test("A constraint that fails at COMMIT is reported as itself")
    func deferred() async throws {
        try await withConnection { connection async throws in
            try await Self.prepare(connection)
            let error = await failure {
                try await connection.withTransaction { try await $0.execute("INSERT INTO t VALUES (1), (1)") }
            }
            #expect(error?.kind == .uniqueViolation && error?.phase == .commit)
            #expect(try await Self.count(connection) == 0)
        }
    }

    @Test("A swallowed error does not turn into a commit")
    func swallowed() async throws {
        try await withConnection { connection async throws in
            try await Self.prepare(connection)
            let error = await failure {
                try await connection.withTransaction { transaction in
                    try await transaction.execute("INSERT INTO t VALUES (1)")
                    _ = try? await transaction.query("SELECT 1/0")
                }
            }
            #expect(error?.kind == .transactionAborted)
            #expect(try await Self.count(connection) == 0)
        }
    }

    @Test("A savepoint undoes its own part only")
    func savepoint() async throws {
        try await withConnection { connection async throws in
            try await Self.prepare(connection)
            try await connection.withTransaction { transaction in
                try await transaction.execute("INSERT INTO t VALUES (1)")
                _ = try? await transaction.savepoint { try await $0.query("SELECT 1/0") }
                try await transaction.savepoint { try await $0.execute("INSERT INTO t VALUES (2)") }
            }
            #expect(try await Self.count(connection) == 2)
        }
    }

    @Test("A transaction is of no use after its scope, and does not nest")
    func scope() async throws {
        try await withConnection { connection async throws in
            let escaped = try await connection.withTransaction { transaction in
                let nested = await failure { try await connection.withTransaction { _ in } }
                #expect(nested?.kind == .misuse("a transaction is open on this connection"))
                return transaction
            }
            let error = await failure { try await escaped.query("SELECT 1") }
            #expect(error?.kind == .misuse("a transaction was used after its scope"))
        }
    }

    @Test("Read-only and isolation are the server's")
    func kinds() async throws {
        try await withConnection { connection async throws in
            try await Self.prepare(connection)
            let error = await failure {
                try await connection.withTransaction(readOnly: true) {
                    try await $0.execute("INSERT INTO t VALUES (1)")
                }
            }
            #expect(error?.sqlState == "25006")
            try await connection.withTransaction(level: .serializable) { transaction async throws in
                #expect(
                    try await transaction.value(String.self, "SHOW transaction_isolation") == "serializable")
            }
        }
    }

    @Test("A cancelled task rolls back, though its body did not notice")
    func cancelled() async throws {
        try await withConnection { connection async throws in
            try await Self.prepare(connection)
            let task = Task {
                try await connection.withTransaction { transaction in
                    try await transaction.execute("INSERT INTO t VALUES (1)")
                    withUnsafeCurrentTask { $0?.cancel() }
                }
            }
            await #expect(throws: PostgresError.self) { try await task.value }
            #expect(try await Self.count(connection) == 0)
        }
    }

    @Test("A lost race can be retried, and says so")
    func serialization() async throws {
        try await withDatabase { database in
            let (first, second) = (
                try await Connection.connect(database), try await Connection.connect(database)
            )
            try await first.execute(script: "CREATE TABLE t (id int); INSERT INTO t VALUES (1)", name: "test")
            let error = await failure {
                try await first.withTransaction(level: .repeatableRead) { transaction in
                    _ = try await transaction.query("SELECT * FROM t")
                    try await second.execute("UPDATE t SET id = 2")
                    try await transaction.execute("UPDATE t SET id = 3")
                }
            }
            #expect(error?.kind == .serializationFailure && error?.isRetryable == true)
            await first.close()
            await second.close()
        }
    }
}
