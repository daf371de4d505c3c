package import Agreements
package import Engine
package import FoundationEssentials
package import Postgres

/// What subscribers are told of calls, and what became of those mails.
package struct CallMailStore: Sendable {
    let pool: Pool

    /// A store over connections that may do what `entente_worker` may.
    package init(_ pool: Pool) { self.pool = pool }

    /// The kind of job that such a mail is delivered by.
    package static let mailKind = "call-mail"

    /// An event of an open call of which nobody was told.
    package struct News: Sendable, Hashable {
        package var call: Call.ID
        /// The number of the call's last event.
        package var seq: Int
        /// Whether nobody was told that it opened.
        package var opened: Bool
    }

    /// The calls that are open of whose last events nobody was told.
    package func news() async throws -> [News] {
        let rows = try await pool.query(
            SQL("call.news", "SELECT call, seq, opened FROM entente.call_news() ORDER BY call").readOnly())
        return try rows.map { News(call: try $0["call"], seq: try $0["seq"], opened: try $0["opened"]) }
    }

    /// When the next call opens of which somebody asked to be told.
    package func next() async throws -> Instant? {
        try await pool.one(SQL("call.next", "SELECT entente.next_call_news() AS at").readOnly())
            .decode(Instant?.self, "at")
    }

    /// Stores mails with a job each, and that this was told; all or none, and nothing when it was told before.
    package func insert(_ mails: [ComposedCallMail], telling news: News, at instant: Instant) async throws {
        let batch = try PostgresJSON(of: mails)
        try await pool.execute(
            SQL(
                "call.tell",
                """
                WITH told AS (
                    INSERT INTO entente.call_told (call, seq, at)
                    SELECT \(news.call), n, \(instant) FROM generate_series(1, \(news.seq)) n
                    ON CONFLICT DO NOTHING RETURNING seq),
                made AS (
                    INSERT INTO entente.call_mail (
                        id, call, seq, person, message_id, to_name, to_address, subject, text, html, language,
                        created_at)
                    SELECT m.id, \(news.call), \(news.seq), m.person, m."messageID", m.name, m.address, m.subject,
                        m.text, m.html, m.language, m."createdAt"
                    FROM jsonb_to_recordset(\(batch)) AS m (
                        id uuid, person uuid, "messageID" text, name text, address text, subject text, text text,
                        html text, language text, "createdAt" timestamptz)
                    WHERE EXISTS (SELECT FROM told t WHERE t.seq = \(news.seq))
                    RETURNING id, to_address, message_id)
                INSERT INTO entente.job (kind, key, payload, recipient, message_id, attempts_max)
                SELECT \(Self.mailKind), id::text, json_build_object('notice', id)::text, to_address, message_id, 12
                FROM made
                """))
    }
}

extension CallMailStore {
    /// The port of the notices layer: to it such a mail is a notice of no agreement.
    package var book: NoticeBook {
        NoticeBook(
            load: { try await load($0) },
            keepLetterhead: { try await NoticeStore.keepLetterhead($0, $1, in: "entente.call_mail", pool) },
            record: { try await NoticeStore.record($0, $1, in: "entente.call_mail", pool) },
            withdraw: { try await NoticeStore.withdraw($0, in: "entente.call_mail", pool) })
    }

    /// The mail, or nil when there is none of that id; as withdrawn, too, when it is news no more before anybody can have
    /// received it: the call closed or was extended, or its reader asks no longer to be told.
    package func load(_ id: UUID) async throws -> StoredNotice? {
        let row = try await pool.oneOrNone(
            SQL(
                "call.mail",
                """
                SELECT m.*, m.status = 'withdrawn' OR m.status = 'owed' AND NOT entente.is_news(m) AS withdrawn
                FROM entente.call_mail m WHERE m.id = \(id)
                """
            ).readOnly())
        return try row.map { try StoredNotice(ofNoAgreement: $0, notice: "N03") }
    }
}
