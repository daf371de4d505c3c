package import Agreements
package import Engine
package import FoundationEssentials
package import Postgres

/// Digests and what became of them.
package struct DigestStore: Sendable {
    private let pool: Pool

    /// A store over connections that may do what `entente_worker` may.
    package init(_ pool: Pool) { self.pool = pool }

    /// The kind of job that a digest is delivered by.
    package static let mailKind = "digest-mail"

    /// The agreements that ask something of somebody.
    package func agreementsWithOpenTasks() async throws -> [Agreement.ID] {
        try await pool.query(
            SQL(
                "digest.agreements",
                "SELECT DISTINCT agreement FROM entente.task WHERE closed_seq IS NULL ORDER BY agreement"
            ).readOnly()
        ).values(Agreement.ID.self, "agreement")
    }

    /// Whether any agreement does.
    package func hasOpenTask() async throws -> Bool {
        try await pool.value(
            Bool.self,
            SQL("digest.any", "SELECT EXISTS (SELECT FROM entente.task WHERE closed_seq IS NULL)").readOnly())
    }

    /// Stores digests with a job each, all or none; a person who has one of that day keeps it.
    ///
    /// An earlier one that has not left yet is withdrawn: only the latest state of things is told.
    package func insert(_ digests: [ComposedDigest]) async throws {
        let batch = try PostgresJSON(of: digests)
        try await pool.withTransaction { transaction in
            try await transaction.execute(Self.insertion(batch))
            try await transaction.execute(Self.withdrawal(batch))
        }
    }

    private static func insertion(_ batch: PostgresJSON) -> SQL {
        SQL(
            "digest.insert",
            """
            WITH made AS (
                INSERT INTO entente.digest (
                    id, person, day, kind, message_id, to_name, to_address, subject, text, html, language,
                    created_at)
                SELECT d.id, d.person, d.day, d.kind, d."messageID", d.name, d.address, d.subject, d.text,
                    d.html, d.language, d."createdAt"
                FROM jsonb_to_recordset(\(batch)) AS d (
                    id uuid, person uuid, day date, kind text, "messageID" text, name text, address text,
                    subject text, text text, html text, language text, "createdAt" timestamptz)
                ON CONFLICT (person, day) DO NOTHING
                RETURNING id, to_address, message_id)
            INSERT INTO entente.job (kind, key, payload, recipient, message_id, attempts_max)
            SELECT \(mailKind), id::text, json_build_object('notice', id)::text, to_address, message_id, 12
            FROM made
            """)
    }

    private static func withdrawal(_ batch: PostgresJSON) -> SQL {
        SQL(
            "digest.withdraw",
            """
            WITH late AS MATERIALIZED (
                SELECT e.id FROM jsonb_to_recordset(\(batch)) AS d (person uuid, day date)
                JOIN entente.digest e ON e.person = d.person AND e.day < d.day AND e.status = 'owed'
                JOIN entente.job j ON j.kind = \(mailKind) AND j.key = e.id::text AND j.state = 'ready'
                FOR UPDATE OF j SKIP LOCKED)
            , withdrawn AS (
                UPDATE entente.digest SET status = 'withdrawn', settled_at = clock_timestamp()
                FROM late WHERE entente.digest.id = late.id)
            UPDATE entente.job SET state = 'cancelled', done_at = clock_timestamp(),
                last_error = 'withdrawn: the digest of a later day tells the state of things'
            FROM late WHERE entente.job.kind = \(mailKind) AND entente.job.key = late.id::text
            """)
    }
}

extension DigestStore {
    /// The port of the notices layer: to it a digest is a notice of no agreement.
    package var book: NoticeBook {
        NoticeBook(load: { try await load($0) }, record: { try await record($0, $1) })
    }

    /// The digest, or nil when there is none of that id.
    package func load(_ id: UUID) async throws -> StoredNotice? {
        let row = try await pool.oneOrNone(
            SQL("digest.load", "SELECT d.* FROM entente.digest d WHERE d.id = \(id)").readOnly())
        return try row.map { row in
            StoredNotice(
                id: try row["id"], notice: try row.decode(String.self, "kind") == "office" ? "N36" : "digest",
                agreement: nil, messageID: try row["message_id"],
                to: Contact(name: try row["to_name"], email: try row["to_address"]), copy: nil,
                subject: try row["subject"], text: try row["text"], html: try row["html"],
                language: try row["language"], createdAt: try row["created_at"],
                verdicts: try row.json([NoticeVerdict].self, "verdicts"),
                withdrawn: try row.decode(String.self, "status") == "withdrawn")
        }
    }

    private func record(_ id: UUID, _ verdicts: [NoticeVerdict]) async throws {
        try await NoticeStore.record(id, verdicts, in: "entente.digest", pool)
    }

    /// Digests, the newest first; of one day, or those that their readers did not get, or all.
    ///
    /// One whose reader got a later one counts as got.
    package func list(day: Day? = nil, undeliveredSince: Day? = nil, limit: Int = 200) async throws
        -> [DigestRow]
    {
        let rows = try await pool.query(
            SQL(
                "digest.list",
                """
                SELECT d.*, j.state AS job_state, j.last_error FROM entente.digest d
                LEFT JOIN entente.job j ON j.kind = \(Self.mailKind) AND j.key = d.id::text
                WHERE (\(day)::date IS NULL OR d.day = \(day)) AND (\(undeliveredSince)::date IS NULL
                    OR d.day >= \(undeliveredSince) AND (d.status IN ('bounced', 'failed') OR j.state = 'dead')
                    AND NOT EXISTS (SELECT FROM entente.digest e
                        WHERE e.person = d.person AND e.day > d.day AND e.status = 'accepted'))
                ORDER BY d.day DESC, d.to_address, d.id LIMIT \(min(max(1, limit), Catalogue.rowsMax))
                """
            ).readOnly())
        return try rows.map { try DigestRow(row: $0) }
    }
}
