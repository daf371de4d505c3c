import Postgres
import TestSupport
import Testing

@Suite("Errors")
struct ErrorTests {
    static let secret = "Dr A. Berg berg@partner.example"

    /// Statements that fail because of a bound value, and the SQLSTATE they fail with.
    static let failures: [(SQL, String)] = [
        ("SELECT \(secret)::text::int", "22P02"),
        ("SELECT \(secret)::text::timestamptz", "22007"),
        ("SELECT \(secret)::text::jsonb", "22P02"),
        ("SELECT \(secret)::int", "22P02"),
        ("INSERT INTO person VALUES (\(1), \(secret))", "23505"),
        ("INSERT INTO person VALUES (\(2), \(secret))", "23514"),
        ("INSERT INTO person VALUES (NULL, \(secret))", "23502"),
        ("INSERT INTO visit VALUES (\(secret))", "23503"),
        ("INSERT INTO short VALUES (\(secret))", "22001"),
        ("SELECT blame(\(secret))", "P0001"),
        ("SELECT blame_as_check(\(secret))", "23514"),
        ("SELECT nothing_like_it(\(secret)::text)", "42883"),
        ("SELECT to_tsquery(\("Berg & | Berg")::text)", "42601"),
        ("SELECT \(String(repeating: "Berg", count: 1000))::text::tsquery", "54000"),
        ("SELECT \("\"Berg\"")::regclass", "42P01"),
        ("SELECT \("\"Berg\"")::text::regclass", "42P01"),
        ("SELECT \("\"Berg\".x")::text::regclass", "3F000"),
        ("SELECT \("\"Berg\".x.y")::text::regclass", "0A000"),
        ("SELECT \("a.b.c.\"Berg\"")::text::regclass", "42601"),
        ("SELECT \("\"Berg\"")::text::regtype", "42704"),
        ("SELECT \("Berg of Berg")::text::regtype", "42601"),
        ("SELECT nextval(\("\"Berg\"")::text)", "42P01"),
        ("SELECT has_table_privilege(\("\"Berg\"")::text, 'select')", "42P01"),
        ("SELECT has_database_privilege(\("Berg")::text, 'connect')", "3D000"),
        ("SELECT pg_read_file(\("Berg")::text)", "58P01"),
        ("SELECT ts_stat(\("SELECT \"Berg\"")::text)", "42703"),
        ("SELECT obey(\("SELECT \"Berg\"")::text)", "42703"),
        (SQL("SELECT \("\"Berg\"")::text::regclass").unprepared(), "42P01"),
        ("SELECT obey(note) FROM remark", "42703"),
        (SQL("SELECT obey(note) FROM remark").unprepared(), "42703"),
    ]

    /// Statements that fail because of a name in their text, and the name.
    static let misnamed: [(SQL, String)] = [
        ("SELECT \(secret)::text FROM nowhere", "nowhere"),
        ("SELECT nothing FROM person WHERE name = \(secret)", "nothing"),
        ("SELECT nothing_like_it(\(secret)::text)", "nothing_like_it"),
        ("SELEC \(1)", "SELEC"),
        (SQL("CREATE TABLE person ()").unprepared(), "person"),
        (SQL("DROP TABLE nowhere").unprepared(), "nowhere"),
        (SQL("SELECT 1 FROM nowhere").unprepared(), "nowhere"),
        ("INSERT INTO guarded VALUES (\(secret))", "guarded"),
        ("SELECT name FROM person WHERE id = \(1)", "person"),
    ]

    static let schema = """
        CREATE TABLE person (id int PRIMARY KEY, name text NOT NULL UNIQUE, CHECK (id < 2));
        CREATE TABLE visit (name text REFERENCES person (name)); CREATE TABLE short (name varchar(3));
        INSERT INTO person VALUES (1, 'Somebody');
        CREATE FUNCTION blame(who text) RETURNS void LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'it was %', who; END $$;
        CREATE FUNCTION blame_as_check(who text) RETURNS void LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'it was %', who USING ERRCODE = 'check_violation'; END $$;
        CREATE FUNCTION obey(words text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE words; END $$;
        CREATE TABLE remark (note text); INSERT INTO remark VALUES ('SELECT "Berg"');
        CREATE TABLE guarded (name text); ALTER TABLE guarded ENABLE ROW LEVEL SECURITY;
        GRANT INSERT ON guarded TO pg_monitor;
        """

    @Test("An error tells statement, condition and objects, and never a bound value")
    func noValues() async throws {
        try await withConnection { connection async throws in
            try await connection.execute(script: Self.schema, name: "test.schema")
            for (statement, state) in Self.failures {
                let error = try #require(
                    await failure { try await connection.query(statement.named("test.case")) })
                #expect(error.sqlState == state && error.kind != .authentication)
                #expect(error.statement == "test.case")
                var dumped = ""
                dump(error, to: &dumped)
                #expect(!"\(error)\(dumped)".contains("Berg"))
            }
            #expect(try await connection.value(Int.self, "SELECT 1") == 1)
        }
    }

    @Test("A name that only the text of the statement can hold is told")
    func names() async throws {
        try await withConnection { connection async throws in
            try await connection.execute(script: Self.schema, name: "test.schema")
            for (statement, name) in Self.misnamed {
                if name == "guarded" { try await connection.execute(SQL("SET ROLE pg_monitor").unprepared()) }
                let error = try #require(await failure { try await connection.query(statement) })
                #expect(error.message?.contains(name) == true, "\(error)")
            }
        }
    }

    @Test("A violated constraint is named, with its table")
    func constraint() async throws {
        try await withConnection { connection async throws in
            try await connection.execute(script: Self.schema, name: "test.schema")
            let error = await failure { try await connection.execute("INSERT INTO person VALUES (1, 'x')") }
            #expect(error?.kind == .uniqueViolation)
            #expect(error?.constraint == "person_pkey")
            #expect(error?.table == "person")
            #expect(error?.message == #"duplicate key value violates unique constraint "person_pkey""#)
        }
    }

    @Test("A NUL in a text is refused before anything is sent")
    func nul() async throws {
        try await withConnection { connection async throws in
            let error = await failure { try await connection.query("SELECT \(1), \("a\0b")::text") }
            #expect(error?.kind == .nulInText(parameter: 2))
            let inArray = await failure { try await connection.query("SELECT \(["a", "\0"])::text[]") }
            #expect(inArray?.kind == .nulInText(parameter: 1))
            #expect(try await connection.value([UInt8].self, "SELECT \([UInt8(0), 1])") == [0, 1])
        }
    }

    @Test("A column that is missing, NULL or of another type is named")
    func columns() async throws {
        try await withConnection { connection async throws in
            let row = try await connection.one("SELECT NULL AS nothing, 'word' AS word")
            let missing = await failure { try row.decode(Int.self, "nowhere") }
            #expect(missing?.kind == .noSuchColumn && missing?.column == "nowhere")
            let null = await failure { try row.decode(Int.self, "nothing") }
            #expect(null?.kind == .decoding(expected: "Int, found NULL") && null?.column == "nothing")
            let word = await failure { try row.decode(Int.self, "word") }
            #expect(word?.kind == .decoding(expected: "Int"))
            #expect(
                word?.description == "SELECT NULL AS nothing, 'word' AS word: not readable as Int column=word"
            )
        }
    }

    @Test("The number of rows is part of the question")
    func rowCounts() async throws {
        try await withConnection { connection async throws in
            #expect(await failure { try await connection.one("SELECT 1 WHERE false") }?.kind == .rowCount(0))
            #expect(await failure { try await connection.one("VALUES (1), (2)") }?.kind == .rowCount(2))
            #expect(try await connection.query("SELECT 1 WHERE false").oneOrNone().map { _ in true } == nil)
        }
    }
}
