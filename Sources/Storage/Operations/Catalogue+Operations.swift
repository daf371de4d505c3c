package import Agreements
import Postgres

extension Catalogue {
    /// What failed and waits for the office, the oldest first; of one agreement or all.
    ///
    /// Notices that were refused for good or given up, until they are redriven or acknowledged; timers whose
    /// consequence is impossible, until they are served or skipped.
    package func operations(of agreement: Agreement.ID? = nil, limit: Int = 1_000) async throws -> [OpsRow] {
        let rows = try await pool.query(
            SQL(
                "ops.list",
                """
                \(Self.refusedNotices) AND (\(agreement)::uuid IS NULL OR n.agreement = \(agreement))
                UNION ALL
                \(Self.stuckTimers) AND (\(agreement)::uuid IS NULL OR t.agreement = \(agreement))
                ORDER BY since, id LIMIT \(self.limit(limit))
                """
            ).readOnly())
        return try rows.map { try OpsRow(row: $0) }
    }

    /// How many agreements wait for a timer that cannot be served.
    package func stuckAgreements() async throws -> Int {
        try await pool.value(
            Int.self,
            SQL("ops.stuck", "SELECT count(DISTINCT s.agreement) FROM (\(Self.stuckTimers)) s").readOnly())
    }

    private static let refusedNotices: SQL = """
        SELECT 'notice' AS kind, n.id::text AS id, n.agreement, a.reference, a.instrument, n.process, n.state,
            n.notice AS name, n.to_address AS address, j.id AS job,
            coalesce(j.last_error, n.status) AS cause_fr, coalesce(j.last_error, n.status) AS cause_en, n.created_at AS since
        FROM entente.notice n JOIN entente.agreement a ON a.id = n.agreement
        LEFT JOIN entente.job j ON j.kind = 'mail' AND j.key = n.id::text
        WHERE n.acknowledged_at IS NULL AND coalesce(j.state NOT IN ('ready', 'running'), true)
            AND (n.status IN ('bounced', 'failed') OR (n.status IN ('owed', 'sent') AND j.state = 'dead'))
        """

    private static let stuckTimers: SQL = """
        SELECT 'timer' AS kind, t.id::text AS id, t.agreement, a.reference, a.instrument, t.process, t.state,
            t.name, NULL::text AS address, NULL::bigint AS job, x.cause_fr, x.cause_en, t.due_at AS since
        FROM entente.timer_trouble x JOIN entente.timer t ON t.id = x.timer
        JOIN entente.agreement a ON a.id = t.agreement
        WHERE t.status = 'armed' AND t.due_at <= (SELECT entente.now())
        """
}
