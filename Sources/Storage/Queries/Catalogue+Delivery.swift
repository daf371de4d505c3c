package import Agreements
package import FoundationEssentials
import Postgres

extension Catalogue {
    /// Notices, the newest first; of one agreement, in one status, or all.
    package func notices(
        of agreement: Agreement.ID? = nil, status: String? = nil, limit: Int = 200
    ) async throws -> [NoticeRow] {
        let rows = try await pool.query(
            SQL(
                "notice.list",
                """
                SELECT n.*, j.state AS job_state, j.attempts, j.last_error FROM entente.notice n
                LEFT JOIN entente.job j ON j.kind = 'mail' AND j.key = n.id::text
                WHERE (\(agreement)::uuid IS NULL OR n.agreement = \(agreement))
                    AND (\(status)::text IS NULL OR n.status = \(status))
                ORDER BY n.created_at DESC, n.agreement, n.event_seq DESC, n.notice, n.id
                    LIMIT \(self.limit(limit))
                """
            ).readOnly())
        return try rows.map { try NoticeRow(row: $0) }
    }

    /// What a notice is about; nil when there is none of that id.
    package func subject(ofNotice id: UUID) async throws -> NoticeSubject? {
        let row = try await pool.oneOrNone(
            SQL(
                "notice.subject",
                """
                SELECT n.agreement, n.process, n.state, n.entry_seq, n.status, n.created_at,
                    coalesce(o.home, false) AS staff, NOT p.active OR p.left_at IS NOT NULL AS gone
                FROM entente.notice n JOIN entente.person p ON p.id = n.recipient
                    LEFT JOIN entente.organisation o ON o.id = p.organisation
                WHERE n.id = \(id)
                """
            ).readOnly())
        return try row.map { try NoticeSubject(row: $0) }
    }

    /// Jobs, the newest first; in one state or all.
    ///
    /// With the errors of their attempts.
    package func jobs(state: String? = nil, kind: String? = nil, limit: Int = 200) async throws -> [JobRow] {
        let rows = try await pool.query(
            SQL(
                "job.list",
                """
                SELECT j.*, ARRAY(SELECT x.error FROM entente.job_attempt x WHERE x.job = j.id
                    ORDER BY x.lease) AS errors
                FROM entente.job j
                WHERE (\(state)::text IS NULL OR j.state = \(state)) AND (\(kind)::text IS NULL
                    OR j.kind = \(kind))
                ORDER BY j.id DESC LIMIT \(self.limit(limit))
                """
            ).readOnly())
        return try rows.map { try JobRow(row: $0) }
    }

    /// Counts for `/readyz` and the start page.
    package func health() async throws -> StorageHealth {
        let row = try await pool.one(
            SQL(
                "health",
                """
                SELECT (SELECT count(*) FROM entente.agreement) AS agreements,
                    (SELECT count(*) FROM entente.task WHERE closed_seq IS NULL) AS open_tasks,
                    (SELECT count(*) FROM entente.timer WHERE status = 'armed'
                        AND due_at <= (SELECT entente.now())) AS due_timers,
                    (SELECT count(*) FROM entente.job WHERE state = 'ready') AS ready_jobs,
                    (SELECT count(*) FROM entente.job
                        WHERE state = 'ready' AND run_at < clock_timestamp() - interval '30 s') AS late_jobs,
                    (SELECT count(*) FROM entente.job WHERE state = 'dead') AS dead_jobs,
                    (SELECT count(*) FROM entente.notice
                        WHERE status IN ('bounced', 'failed')) AS failed_notices
                """
            ).readOnly())
        return try StorageHealth(row: row)
    }
}
