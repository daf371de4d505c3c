import Agreements
package import Engine
package import FoundationEssentials
package import Postgres

/// Notices and what became of them.
package struct NoticeStore: Sendable {
    private let pool: Pool

    /// A store over connections that may do what `entente_worker` may.
    package init(_ pool: Pool) { self.pool = pool }

    /// The port of the notices layer.
    package var book: NoticeBook {
        NoticeBook(
            load: { try await load($0) },
            keepLetterhead: { try await Self.keepLetterhead($0, $1, in: "entente.notice", pool) },
            record: { try await record($0, $1) },
            withdraw: { try await withdraw($0) })
    }

    /// The notice, or nil when there is none of that id; as withdrawn, too, when its step has ended before
    /// anybody can have received it.
    package func load(_ id: UUID) async throws -> StoredNotice? {
        let row = try await pool.oneOrNone(
            SQL(
                "notice.load",
                """
                SELECT n.*, n.status = 'withdrawn' OR n.status = 'owed' AND t.closed_seq IS NOT NULL AS withdrawn
                FROM entente.notice n LEFT JOIN entente.task t ON t.id = n.task WHERE n.id = \(id)
                """
            ).readOnly())
        return try row.map { try StoredNotice(row: $0) }
    }

    /// Notes that a notice stopped being true before anybody can have received it; one that was sent stays
    /// what it is.
    package func withdraw(_ id: UUID) async throws {
        try await Self.withdraw(id, in: "entente.notice", pool)
    }

    /// Does so in one of the tables that hold mails.
    static func withdraw(_ id: UUID, in table: SQL, _ pool: Pool) async throws {
        try await pool.execute(
            SQL(
                "notice.withdraw",
                """
                UPDATE \(table) SET status = 'withdrawn', settled_at = clock_timestamp()
                WHERE id = \(id) AND status = 'owed'
                """))
    }

    /// Keeps under what a mail of one of the tables is first written; answers what holds from then on.
    static func keepLetterhead(
        _ id: UUID, _ letterhead: Letterhead, in table: SQL, _ pool: Pool
    ) async throws -> Letterhead {
        try await pool.one(
            SQL(
                "notice.letterhead",
                """
                UPDATE \(table) SET letterhead = coalesce(letterhead, \(try PostgresJSON(of: letterhead)))
                WHERE id = \(id) RETURNING letterhead
                """)
        ).json(Letterhead.self, "letterhead")
    }

    /// Keeps the last verdict of each address; an address once accepted stays so.
    ///
    /// The notice is `accepted` when its recipient's address is, `bounced` when that one was refused for
    /// good, and `sent` in between; the copy's verdict is kept and never fails it.
    package func record(_ id: UUID, _ verdicts: [NoticeVerdict]) async throws {
        try await Self.record(id, verdicts, in: "entente.notice", pool)
    }

    /// Does so in one of the tables that hold mails.
    static func record(_ id: UUID, _ verdicts: [NoticeVerdict], in table: SQL, _ pool: Pool) async throws {
        try await pool.withTransaction { transaction in
            let row = try await transaction.oneOrNone(
                "SELECT to_address, status, verdicts FROM \(table) WHERE id = \(id) FOR UPDATE")
            guard let row else { throw StorageFault.noSuch("notice") }
            let merged = Self.merge(try row.json([NoticeVerdict].self, "verdicts"), verdicts)
            let status = Self.status(merged, to: try row["to_address"], was: try row["status"])
            try await transaction.execute(
                """
                UPDATE \(table) SET verdicts = \(try PostgresJSON(of: merged)), status = \(status),
                    settled_at = CASE WHEN \(status)::text IN ('accepted',
                        'bounced') THEN clock_timestamp() END
                WHERE id = \(id)
                """)
        }
    }

    /// Notes that Entente gave up on a notice whose job is dead.
    package func markFailed(_ id: UUID) async throws {
        try await pool.execute(
            SQL(
                "notice.failed",
                """
                UPDATE entente.notice SET status = 'failed', settled_at = clock_timestamp()
                WHERE id = \(id) AND status IN ('owed', 'sent')
                """))
    }

    /// Notes that a mail came back after its server had accepted it, in the words of who saw it.
    ///
    /// Its job is dead from then on, so that the office sees the notice and can have it sent again.
    /// - Returns: whether it had been accepted, or may have been.
    package func bounce(_ id: UUID, because reply: String) async throws -> Bool {
        let rows = try await pool.execute(
            SQL(
                "notice.bounce",
                """
                WITH back AS (
                    UPDATE entente.notice n SET status = 'bounced', settled_at = clock_timestamp(), verdicts = (
                        SELECT coalesce(jsonb_agg(v), '[]') FROM jsonb_array_elements(n.verdicts) v
                        WHERE v ->> 'address' <> n.to_address)
                        || jsonb_build_array(jsonb_build_object(
                            'address', n.to_address, 'outcome', 'permanent', 'reply', \(reply)::text))
                    WHERE n.id = \(id) AND n.status IN ('accepted', 'sent') AND n.eliminated_at IS NULL
                    RETURNING n.id)
                , dead AS (
                    UPDATE entente.job j SET state = 'dead', last_error = \(reply),
                        done_at = coalesce(j.done_at, clock_timestamp())
                    FROM back WHERE j.kind = 'mail' AND j.key = back.id::text AND j.state IN ('ready', 'done'))
                SELECT FROM back
                """))
        return rows == 1
    }

    /// Notes that somebody saw that a notice did not arrive, and why nothing more is to be done for it.
    ///
    /// - Returns: whether it was refused or given up, and nobody had acknowledged it.
    package func acknowledge(_ id: UUID, by actor: String, because reason: String) async throws -> Bool {
        let rows = try await pool.execute(
            SQL(
                "notice.acknowledge",
                """
                UPDATE entente.notice n SET acknowledged_at = entente.now(), acknowledged_by = \(actor),
                    acknowledged_because = \(reason)
                WHERE n.id = \(id) AND n.acknowledged_at IS NULL AND (n.status IN ('bounced', 'failed')
                    OR EXISTS (SELECT FROM entente.job j
                        WHERE j.kind = 'mail' AND j.key = n.id::text AND j.state = 'dead'))
                """))
        return rows == 1
    }

    static func merge(_ known: [NoticeVerdict], _ new: [NoticeVerdict]) -> [NoticeVerdict] {
        var merged = known
        for verdict in new {
            guard let index = merged.firstIndex(where: { $0.address == verdict.address }) else {
                merged.append(verdict)
                continue
            }
            if merged[index].outcome != .accepted { merged[index] = verdict }
        }
        return merged
    }

    private static func status(_ verdicts: [NoticeVerdict], to address: String, was status: String) -> String
    {
        switch verdicts.first(where: { $0.address == address })?.outcome {
        case .accepted: "accepted"
        case .permanent: "bounced"
        case .unknown: "sent"
        case .transient, .withheld, nil: status
        }
    }
}

extension StoredNotice {
    fileprivate init(row: Row) throws {
        self.init(
            id: try row["id"], notice: try row["notice"], agreement: try row["agreement"],
            messageID: try row["message_id"],
            to: Contact(name: try row["to_name"], email: try row["to_address"]),
            copy: try row["copy"], subject: try row["subject"], text: try row["text"], html: try row["html"],
            language: try row["language"], createdAt: try row["created_at"],
            letterhead: try row.jsonOrNone(Letterhead.self, "letterhead"),
            verdicts: try row.json([NoticeVerdict].self, "verdicts"),
            withdrawn: try row["withdrawn"])
    }
}
