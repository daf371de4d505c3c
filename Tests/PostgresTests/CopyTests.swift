import FoundationEssentials
import Postgres
import TestSupport
import Testing

@Suite("COPY")
struct CopyTests {
    static let table = SQL("CREATE TABLE t (id int, name text, data bytea)").unprepared()

    @Test("Rows go in and come out as they were")
    func roundTrip() async throws {
        try await withConnection { connection async throws in
            try await connection.execute(Self.table)
            let names = ["plain", "", "tab\there", "line\nend", "back\\slash", "\\N", "é🎌", "\r"]
            let rows: [[any PostgresEncodable]] = names.enumerated().map {
                [$0, $1, [UInt8(0), 9, 10, 92, 255]]
            }
            let null: [any PostgresEncodable] = [99, String?.none, [UInt8]?.none]
            #expect(try await connection.copyIn("COPY t FROM STDIN", rows: rows + [null]) == names.count + 1)
            var seen: [[String?]] = []
            try await connection.copyOutRows("COPY (SELECT * FROM t ORDER BY id) TO STDOUT") {
                seen.append($0)
            }
            #expect(seen.map { $0[1] } == names + [nil])
            #expect(seen[0][2] == "\\x00090a5cff")
            #expect(
                try await connection.value([UInt8].self, "SELECT data FROM t WHERE id = 0") == [
                    0, 9, 10, 92, 255,
                ])
        }
    }

    @Test("Large streams pass through, in pieces cut anywhere", .timeLimit(.minutes(1)))
    func large() async throws {
        try await withConnection { connection async throws in
            try await connection.execute(Self.table)
            let count = 100_000
            let text = (0..<count).map { "\($0)\tname of number \($0)\t\\N\n" }.joined()
            let bytes = Array(text.utf8)
            let chunks = AsyncStream<[UInt8]> { continuation in
                for start in stride(from: 0, to: bytes.count, by: 70_001) {
                    continuation.yield(Array(bytes[start..<min(start + 70_001, bytes.count)]))
                }
                continuation.finish()
            }
            #expect(try await connection.copyIn("COPY t FROM STDIN", chunks: chunks) == count)
            var out: [UInt8] = []
            #expect(try await connection.copyOut("COPY t TO STDOUT") { out += $0 } == count)
            #expect(out == bytes)
        }
    }

    struct Enough: Error {}

    @Test("A stream that fails leaves nothing, and the connection usable")
    func failing() async throws {
        try await withConnection { connection async throws in
            try await connection.execute(Self.table)
            let chunks = AsyncThrowingStream<[UInt8], any Error> { continuation in
                continuation.yield(Array("1\ta\t\\N\n".utf8))
                continuation.finish(throwing: Enough())
            }
            await #expect(throws: Enough.self) {
                try await connection.copyIn("COPY t FROM STDIN", chunks: chunks)
            }
            #expect(try await connection.value(Int.self, "SELECT count(*) FROM t") == 0)
            await #expect(throws: Enough.self) {
                try await connection.copyOut("COPY (SELECT * FROM generate_series(1, 1000000)) TO STDOUT") {
                    _ in
                    throw Enough()
                }
            }
            #expect(try await connection.value(Int.self, "SELECT 1") == 1)
        }
    }

    @Test("A bad row, a NUL and a statement that is no COPY are errors")
    func refusals() async throws {
        try await withConnection { connection async throws in
            try await connection.execute(Self.table)
            let bad = await failure {
                try await connection.copyIn("COPY t FROM STDIN", rows: [["canary", "x", "y"]])
            }
            #expect(bad?.sqlState == "22P02" && bad?.phase == .copy)
            #expect(bad?.description.contains("canary") == false)
            try await connection.execute(SQL("CREATE TABLE named (id regclass)").unprepared())
            let unknown = await failure {
                try await connection.copyIn("COPY named FROM STDIN", rows: [["canary"]])
            }
            #expect(unknown?.sqlState == "42P01")
            #expect(unknown?.description.contains("canary") == false)
            let nul = await failure {
                try await connection.copyIn("COPY t FROM STDIN", rows: [[1, "a\0", "y"]])
            }
            #expect(nul?.kind == .nulInText(parameter: 2))
            let bound = await failure { try await connection.copyIn("COPY t FROM \("x")", rows: []) }
            #expect(bound?.kind == .misuse("COPY takes no bound values"))
            let missing = await failure { try await connection.copyIn("COPY nowhere FROM STDIN", rows: []) }
            #expect(missing?.sqlState == "42P01")
            #expect(try await connection.value(Int.self, "SELECT count(*) FROM t") == 0)
        }
    }

    @Test("Inside a transaction a COPY shares its fate")
    func transaction() async throws {
        try await withConnection { connection async throws in
            try await connection.execute(Self.table)
            await #expect(throws: Enough.self) {
                try await connection.withTransaction { transaction in
                    try await transaction.copyIn("COPY t (id) FROM STDIN", rows: [[1], [2]])
                    throw Enough()
                }
            }
            #expect(try await connection.value(Int.self, "SELECT count(*) FROM t") == 0)
        }
    }
}
