import FoundationEssentials
import Postgres
import TestSupport
import Testing

@Suite("Values")
struct ValueTests {
    /// A value sent as a parameter and read back as its own type.
    struct Sample: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let check: @Sendable (Connection) async throws -> Bool

        init<T: PostgresEncodable & PostgresDecodable & Equatable>(_ type: String, _ value: T) {
            testDescription = "\(type): \(value)"
            check = { connection in
                let cast = SQL(stringLiteral: type)
                return try await connection.value(T.self, "SELECT \(value)::\(cast)") == value
            }
        }
    }

    static let samples = [
        Sample("bool", true), Sample("bool", false), Sample("bool", Bool?.none),
        Sample("int2", Int16.min), Sample("int4", Int32.max), Sample("int8", Int64.min),
        Sample("int8", Int.max),
        Sample("float8", 0.1), Sample("float8", -0.0), Sample("float8", 1e308),
        Sample("float8", Double.infinity),
        Sample("text", ""), Sample("text", "é 🎌 \u{202E} ' \\ \" % \n\t"), Sample("text", String?.none),
        Sample("uuid", UUID()), Sample("bytea", [UInt8](0...255)), Sample("bytea", [UInt8]()),
        Sample("bytea", Data([0, 1, 255])),
        Sample("timestamptz", PostgresTimestamp(microseconds: 0)),
        Sample("timestamptz", PostgresTimestamp(microseconds: -1)),
        Sample("timestamptz", PostgresTimestamp(microseconds: 1_469_705_025_123_456)),
        Sample("timestamptz", PostgresTimestamp(microseconds: -210_000_000_000_000_000)),
        Sample("timestamptz", PostgresTimestamp.infinity),
        Sample("timestamptz", PostgresTimestamp.minusInfinity),
        Sample("date", PostgresDate(year: 2016, month: 2, day: 29)),
        Sample("date", PostgresDate(year: -43, month: 3, day: 15)),
        Sample("date", PostgresDate(year: 9999, month: 12, day: 31)),
        Sample("jsonb", PostgresJSON(#"{"a": [1, null, "é"]}"#)),
        Sample("text[]", ["a", "", "NULL", "null", "a,b", "{}", "\"\\", "é\n"]), Sample("text[]", [String]()),
        Sample("text[]", ["a", nil, "NULL"]), Sample("text[]", [String]?.none),
        Sample("bigint[]", [Int64.min, 0, .max]), Sample("int[]", [Int32(1)]),
        Sample("bool[]", [true, false]),
        Sample("uuid[]", [UUID(), UUID()]), Sample("bytea[]", [[UInt8](0...255), []]),
        Sample("timestamptz[]", [PostgresTimestamp(microseconds: 1), .infinity]),
    ]

    @Test("A value comes back as it was sent", arguments: samples)
    func roundTrip(sample: Sample) async throws {
        let connection = try await Connection.connect(try await TemporaryPostgres.shared.configuration())
        #expect(try await sample.check(connection))
        await connection.close()
    }

    @Test("Identifier types of the domain bind and read by one empty extension")
    func rawRepresentable() async throws {
        try await withConnection { connection async throws in
            let number = FileNumber(rawValue: 7)
            let row = try await connection.one(
                "SELECT \(number) AS n, ARRAY[\(number)] AS list, \(Colour.red)::text AS c")
            #expect(try row.decode(FileNumber.self, "n") == number)
            #expect(try row.decode([FileNumber].self, "list") == [number])
            #expect(try row.decode(Colour.self, "c") == .red)
        }
    }

    @Test("Any column reads as text, in fixed formats")
    func textForms() async throws {
        try await withConnection { connection async throws in
            let row = try await connection.one(
                """
                SELECT '2016-07-28 12:00+02'::timestamptz AS t, interval '1 year 2 days' AS i, 1.50::numeric AS n,
                    tstzrange('2016-01-01Z', NULL) AS r
                """)
            #expect(try row["t"] == "2016-07-28 10:00:00+00")
            #expect(try row["i"] == "P1Y2D")
            #expect(try row["n"] == "1.50")
            #expect(try row["r"] == #"["2016-01-01 00:00:00+00",)"#)
        }
    }

    @Test("Fragments and identifiers compose, and their values stay bound")
    func composition() async throws {
        try await withConnection { connection async throws in
            let evil = "x'; DROP TABLE t; --"
            let conditions: [SQL] = ["a = \(1)", "b = \(evil)"]
            try await connection.execute(SQL("CREATE TABLE t (a int, b text)").unprepared())
            try await connection.execute("INSERT INTO \(identifier: "t") VALUES (\(1), \(evil))")
            let rows = try await connection.query(
                "SELECT * FROM t WHERE \(SQL.joined(conditions, separator: " AND "))")
            #expect(rows.count == 1)
            #expect(SQL.quoted(identifier: #"a"b"#) == #""a""b""#)
        }
    }
}

private struct FileNumber: RawRepresentable, Equatable, Sendable {
    let rawValue: Int64
}

extension FileNumber: PostgresEncodable, PostgresDecodable, PostgresArrayElement {}

private enum Colour: String, PostgresEncodable, PostgresDecodable { case red, blue }
