package import Agreements
import Engine
package import Postgres

/// Reference data: lists whose rows hold from one day to another.
package struct ReferenceStore: Sendable {
    private let pool: Pool

    /// A store over connections that may do what `entente_engine` may; reading needs only `entente_app`.
    package init(_ pool: Pool) { self.pool = pool }

    /// What a loading did.
    package struct Loaded: Codable, Sendable, Hashable {
        package var opened: Int
        package var closed: Int
    }

    /// The hash of what the last loading read; nil when nothing was ever loaded.
    package func lastHash() async throws -> String? {
        let row = try await pool.oneOrNone(
            SQL("reference.last", "SELECT sha256 FROM entente.reference_load ORDER BY id DESC LIMIT 1")
                .readOnly())
        return try row.map { try $0["sha256"] }
    }

    /// The rows that hold on `day`, or all that ever did; of one list, or of every list.
    package func rows(of list: ReferenceRow.List? = nil, on day: Day? = nil) async throws -> [ReferenceRow] {
        let rows = try await pool.query(
            SQL(
                "reference.list",
                """
                SELECT r.* FROM entente.reference r
                WHERE (\(list?.rawValue)::text IS NULL OR r.list = \(list?.rawValue))
                    AND (\(day)::date IS NULL OR (coalesce(r.valid_from <= \(day), true)
                        AND coalesce(\(day) < r.valid_until, true)))
                ORDER BY r.list, r.code, r.member, r.valid_from NULLS FIRST
                """
            ).readOnly())
        return try rows.map { try ReferenceRow(row: $0) }
    }

    /// Brings the lists that `source` has to what it says, as of the legal day; the others are left alone.
    ///
    /// One transaction, one loading at a time; repeating it changes nothing. An entry that somebody entered or ended is
    /// left as it is.
    package func load(_ source: [ReferenceRow], sha256: String) async throws -> Loaded {
        try await pool.withTransaction { transaction in
            try await transaction.query("SELECT pg_advisory_xact_lock(4928175, 2)")
            let day = try await transaction.value(
                Day.self,
                "SELECT (entente.now() AT TIME ZONE i.zone)::date FROM entente.institution i")
            // What somebody entered goes before the files.
            let stored = try await transaction.query(
                """
                SELECT r.* FROM entente.reference r WHERE NOT EXISTS (SELECT FROM entente.reference e
                    WHERE (e.list, e.code) = (r.list, r.code) AND e.member IS NOT DISTINCT FROM r.member
                        AND (e.entered_by IS NOT NULL OR e.ended_by IS NOT NULL))
                """)
            let entered = Set(try await Self.entered(in: transaction).map(\.key))
            let changes = ReferenceChanges(
                from: try stored.map { (try $0["id"], try ReferenceRow(row: $0)) },
                to: source.filter { !entered.contains($0.key) }, on: day)
            try await Self.write(changes, in: transaction)
            let loaded = Loaded(opened: changes.openings.count, closed: changes.closings.count)
            try await transaction.execute(
                """
                INSERT INTO entente.reference_load (day, sha256, opened, closed)
                VALUES (\(day), \(sha256), \(loaded.opened)::int, \(loaded.closed)::int)
                """)
            return loaded
        }
    }

    /// Has an entry say this from the row's first day on; what it said until then ends that day, and stays to be read.
    ///
    /// A row that says what the open one says changes nothing.
    /// - Throws: ``StorageFault/referenceIsLater`` where the entry has a row that begins later, or on that day.
    package func enter(_ row: ReferenceRow, by person: Person.ID?) async throws {
        try await pool.withTransaction { transaction in
            try await transaction.query("SELECT pg_advisory_xact_lock(4928175, 2)")
            let open = try await Self.rows(of: row.key, in: transaction)
            if let current = open.last, current.saysTheSame(as: row), current.until == row.until { return }
            guard open.allSatisfy({ $0.from.map { $0 < row.from ?? .earliest } ?? true }) else {
                throw StorageFault.referenceIsLater
            }
            if let day = row.from { try await Self.end(row.key, on: day, by: person, in: transaction) }
            try await Self.insert([row], by: person, in: transaction)
        }
    }

    /// Ends what an entry says on a day, from which on it holds no more; what ended already stays as it is.
    ///
    /// - Throws: ``StorageFault/referenceIsLater`` where it begins later.
    package func end(_ key: ReferenceRow.Key, on day: Day, by person: Person.ID?) async throws {
        try await pool.withTransaction { transaction in
            try await transaction.query("SELECT pg_advisory_xact_lock(4928175, 2)")
            let begun = try await Self.rows(of: key, in: transaction).last { $0.until == nil }?.from
            guard begun.map({ $0 <= day }) ?? true else { throw StorageFault.referenceIsLater }
            try await Self.end(key, on: day, by: person, in: transaction)
        }
    }

    private static func rows(
        of key: ReferenceRow.Key, in transaction: Transaction
    ) async throws -> [ReferenceRow] {
        try await transaction.query(
            """
            SELECT r.* FROM entente.reference r WHERE r.list = \(key.list.rawValue) AND r.code = \(key.code)
                AND r.member IS NOT DISTINCT FROM \(key.member) ORDER BY r.valid_from NULLS FIRST, r.id
            """
        ).map { try ReferenceRow(row: $0) }
    }

    private static func entered(in transaction: Transaction) async throws -> [ReferenceRow] {
        try await transaction.query(
            "SELECT r.* FROM entente.reference r WHERE r.entered_by IS NOT NULL OR r.ended_by IS NOT NULL"
        ).map { try ReferenceRow(row: $0) }
    }

    private static func end(
        _ key: ReferenceRow.Key, on day: Day, by person: Person.ID?, in transaction: Transaction
    ) async throws {
        try await transaction.execute(
            """
            UPDATE entente.reference r SET valid_until = \(day), ended_by = \(person)
            WHERE r.list = \(key.list.rawValue) AND r.code = \(key.code) AND r.member IS NOT DISTINCT FROM \(key.member)
                AND (r.valid_until IS NULL OR r.valid_until > \(day))
            """)
    }

    private static func write(_ changes: ReferenceChanges, in transaction: Transaction) async throws {
        try await transaction.execute(
            """
            UPDATE entente.reference r SET valid_until = c.until
            FROM unnest(\(changes.closings.map(\.id)), \(changes.closings.map(\.until))) AS c (id, until)
            WHERE r.id = c.id
            """)
        try await insert(changes.openings, by: nil, in: transaction)
    }

    private static func insert(
        _ rows: [ReferenceRow], by person: Person.ID?, in transaction: Transaction
    ) async throws {
        try await transaction.execute(
            """
            INSERT INTO entente.reference (
                list, code, member, alpha3, name_fr, name_en, successors, details, valid_from, valid_until, entered_by)
            SELECT o.list, o.code, o.member, o.alpha3, o.name ->> 'fr', o.name ->> 'en', o.successors, o.details,
                o."from", o.until, \(person)
            FROM jsonb_to_recordset(\(try PostgresJSON(of: rows))) AS o (
                list text, code text, member text, alpha3 text, name jsonb, successors text[], details jsonb, "from" date,
                until date)
            """)
    }
}

extension ReferenceRow {
    fileprivate init(row: Row) throws {
        let list = try row.decode(String.self, "list")
        guard let known = List(rawValue: list) else { throw StorageFault.unreadable("list \(list)") }
        self.init(
            known, try row["code"], member: try row["member"], alpha3: try row["alpha3"],
            name: LocalizedText(fr: try row["name_fr"], en: try row["name_en"]),
            successors: try row["successors"],
            details: try row.decode(PostgresJSON?.self, "details").map {
                try JSONText.read([String: String].self, $0.text)
            },
            from: try row["valid_from"], until: try row["valid_until"])
    }
}
