package import Postgres

/// What must hold in every database of the product, as statements that find breaches.
///
/// The names are those of the reliability contract; hashes are recomputed by `AuditVerifier`, not here.
package enum StorageInvariants {
    /// An invariant and rows that break it, as text.
    package struct Breach: Error, Sendable, CustomStringConvertible {
        package let invariant: String
        package let rows: [String]
        package var description: String { "\(invariant): \(rows.joined(separator: "; "))" }
    }

    /// Every breach in the database; empty when all holds.
    package static func breaches(_ database: some Querying) async throws -> [Breach] {
        try await breaches(of: statements, in: database)
    }

    static func breaches(of statements: [(String, SQL)], in database: some Querying) async throws -> [Breach]
    {
        var found: [Breach] = []
        for (name, statement) in statements {
            let answers = try await database.pipeline([plain, statement])
            let rows = try answers[1].values(String.self, "breach")
            if !rows.isEmpty { found.append(Breach(invariant: name, rows: rows)) }
        }
        return found
    }

    /// - Throws: the first ``Breach``.
    package static func check(_ database: some Querying) async throws {
        if let breach = try await breaches(database).first { throw breach }
    }

    /// A statement over few rows that is long takes more time to compile than to run.
    private static let plain: SQL = "SELECT set_config('jit', 'off', true)"

    static var statements: [(String, SQL)] {
        [
            (
                "I1 gap-free",
                """
                SELECT stream AS breach FROM entente.event GROUP BY stream
                HAVING min(seq) <> 1 OR max(seq) <> count(*) OR count(DISTINCT seq) <> count(*)
                """
            ),
            (
                "I2 head",
                """
                SELECT coalesce(a.id::text, e.agreement_id::text) AS breach
                FROM audit_v1.agreement a
                FULL JOIN (SELECT DISTINCT ON (agreement_id) agreement_id, seq, hash FROM audit_v1.event
                    ORDER BY agreement_id, seq DESC) e ON e.agreement_id = a.id
                WHERE a.seq IS DISTINCT FROM e.seq OR a.head_hash IS DISTINCT FROM e.hash
                """
            ),
            (
                "I2 every event belongs to an agreement or a stream",
                """
                SELECT DISTINCT e.stream AS breach FROM entente.event e
                WHERE NOT EXISTS (SELECT FROM entente.agreement a WHERE a.id::text = e.stream)
                    AND NOT EXISTS (SELECT FROM entente.stream s WHERE s.stream = e.stream)
                """
            ),
            ("I9 time", time), ("I10 links", links), ("I16 outbox", outbox),
            (
                "I22 nothing dropped",
                """
                SELECT n.id::text AS breach FROM entente.notice n
                LEFT JOIN entente.job j ON j.kind = 'mail' AND j.key = n.id::text WHERE j.id IS NULL
                """
            ),
            (
                "timers and tasks are closed by an event that exists",
                """
                SELECT t.id::text AS breach FROM (
                    SELECT id, agreement, closed_seq FROM entente.timer
                    UNION ALL SELECT id, agreement, closed_seq FROM entente.task) t
                WHERE closed_seq IS NOT NULL AND NOT EXISTS (
                    SELECT FROM entente.event e WHERE e.stream = t.agreement::text AND e.seq = t.closed_seq)
                """
            ),
        ]
    }

    private static let time: SQL = """
        SELECT stream || ' ' || seq AS breach FROM (
            SELECT stream, seq, at, lag(at) OVER (PARTITION BY stream ORDER BY seq) AS before
            FROM entente.event) e
        WHERE at < before OR at > entente.now() + interval '1 ms'
        """

    private static let links: SQL = """
        SELECT stream || ' ' || seq AS breach FROM (
            SELECT stream, seq, prev_hash, lag(hash) OVER (PARTITION BY stream ORDER BY seq) AS before
            FROM entente.event) e
        WHERE seq > 1 AND prev_hash IS DISTINCT FROM before
        """

    /// The notices that the event names are the mail jobs of that event, in the event's transaction.
    private static let outbox: SQL = """
        SELECT coalesce(owed.stream || ' ' || owed.seq, job.agreement || ' ' || job.event_seq) AS breach
        FROM (
            SELECT e.stream, e.seq, e.xid, n ->> 'notice' AS notice, n ->> 'recipient' AS recipient,
                count(*) AS n
            FROM entente.event e, jsonb_array_elements(e.payload -> 'notices') n
            GROUP BY e.stream, e.seq, e.xid, n ->> 'notice', n ->> 'recipient') owed
        FULL JOIN (
            SELECT n.agreement, n.event_seq, j.xid, n.notice, n.recipient::text AS recipient, count(*) AS n
            FROM entente.job j JOIN entente.notice n ON j.key = n.id::text WHERE j.kind = 'mail'
            GROUP BY n.agreement, n.event_seq, j.xid, n.notice, n.recipient) job
        ON owed.stream = job.agreement::text AND owed.seq = job.event_seq AND owed.xid = job.xid
            AND owed.notice = job.notice AND owed.recipient = job.recipient
        WHERE owed.n IS DISTINCT FROM job.n
        """
}
