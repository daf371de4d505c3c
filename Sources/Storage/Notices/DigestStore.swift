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

    /// The legal instant of the digests of the last day before `day` that had any.
    package func last(before day: Day) async throws -> Instant? {
        try await pool.query(
            SQL(
                "digest.last",
                """
                SELECT created_at FROM entente.digest WHERE day < \(day)
                ORDER BY day DESC, created_at DESC LIMIT 1
                """
            ).readOnly()
        ).values(Instant.self, "created_at").first
    }

    /// Stores digests with a job each, all or none; a person who has one of that day keeps it.
    package func insert(_ digests: [ComposedDigest]) async throws {
        let batch = try PostgresJSON(of: digests)
        try await pool.execute(
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
                SELECT \(Self.mailKind), id::text, json_build_object('notice', id)::text, to_address, message_id, 12
                FROM made
                """))
    }
}

extension DigestStore {
    /// The port of the notices layer: to it a digest is a notice of no agreement.
    package var book: NoticeBook {
        NoticeBook(
            load: { try await load($0) },
            keepLetterhead: { try await NoticeStore.keepLetterhead($0, $1, in: "entente.digest", pool) },
            record: { try await NoticeStore.record($0, $1, in: "entente.digest", pool) },
            withdraw: { try await NoticeStore.withdraw($0, in: "entente.digest", pool) })
    }

    /// The digest, or nil when there is none of that id; as withdrawn, too, when a later one tells its reader the state of
    /// things before anybody can have received it.
    package func load(_ id: UUID) async throws -> StoredNotice? {
        let row = try await pool.oneOrNone(
            SQL(
                "digest.load",
                """
                SELECT d.*, d.status = 'withdrawn' OR d.status = 'owed' AND EXISTS (
                    SELECT FROM entente.digest e WHERE e.person = d.person AND e.day > d.day) AS withdrawn
                FROM entente.digest d WHERE d.id = \(id)
                """
            ).readOnly())
        return try row.map { row in
            let isOffice = try row.decode(String.self, "kind") == "office"
            return try StoredNotice(ofNoAgreement: row, notice: isOffice ? "N36" : "digest")
        }
    }

    /// Digests, the newest first; of one day, of one person, or those that their readers did not get, or all.
    ///
    /// One whose reader got a later one counts as got.
    package func list(
        day: Day? = nil, of person: Person.ID? = nil, undeliveredSince: Day? = nil, limit: Int = 200
    ) async throws -> [DigestRow] {
        let rows = try await pool.query(
            SQL(
                "digest.list",
                """
                SELECT d.*, j.state AS job_state, j.last_error FROM entente.digest d
                LEFT JOIN entente.job j ON j.kind = \(Self.mailKind) AND j.key = d.id::text
                WHERE (\(day)::date IS NULL OR d.day = \(day))
                    AND (\(person)::uuid IS NULL OR d.person = \(person))
                    AND (\(undeliveredSince)::date IS NULL
                    OR d.day >= \(undeliveredSince) AND (d.status IN ('bounced', 'failed') OR j.state = 'dead')
                    AND NOT EXISTS (SELECT FROM entente.digest e
                        WHERE e.person = d.person AND e.day > d.day AND e.status = 'accepted'))
                ORDER BY d.day DESC, d.to_address, d.id LIMIT \(min(max(1, limit), Catalogue.rowsMax))
                """
            ).readOnly())
        return try rows.map { try DigestRow(row: $0) }
    }
}

extension StoredNotice {
    /// A mail that speaks of no agreement, from its row.
    init(ofNoAgreement row: Row, notice: String) throws {
        self.init(
            id: try row["id"], notice: notice, agreement: nil, messageID: try row["message_id"],
            to: Contact(name: try row["to_name"], email: try row["to_address"]), copy: nil,
            subject: try row["subject"], text: try row["text"], html: try row["html"],
            language: try row["language"], createdAt: try row["created_at"],
            letterhead: try row.jsonOrNone(Letterhead.self, "letterhead"),
            verdicts: try row.json([NoticeVerdict].self, "verdicts"), withdrawn: try row["withdrawn"])
    }
}
