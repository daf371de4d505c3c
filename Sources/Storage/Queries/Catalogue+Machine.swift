package import Agreements
package import FoundationEssentials
import Postgres

/// A notice with what was written.
package struct NoticeSheetRow: Sendable, Hashable {
    package var notice: NoticeRow
    package var reference: String?
    package var name: String
    package var text: String
    package var language: String
    package var job: Int?
    package var acknowledgedBecause: String?
}

extension Catalogue {
    /// The notices that a filter lets through, the newest first.
    package func notices(_ filter: NoticeFilter, offset: Int, limit: Int) async throws -> [NoticeRow] {
        let rows = try await pool.query(
            SQL(
                "notice.page",
                """
                SELECT n.*, j.state AS job_state, j.attempts, j.last_error
                FROM (SELECT n.*, n.id::text AS key FROM entente.notice n WHERE \(filter.conditions)
                    ORDER BY n.created_at DESC, n.event_seq DESC, n.id LIMIT \(limit) OFFSET \(offset)) n
                JOIN entente.job j ON j.kind = 'mail' AND j.key = n.key
                ORDER BY n.created_at DESC, n.event_seq DESC, n.id
                """
            ).readOnly())
        return try rows.map { try NoticeRow(row: $0) }
    }

    /// How many notices a filter lets through; of more than ``countMax`` it stops counting.
    package func count(of filter: NoticeFilter) async throws -> Int {
        try await pool.value(
            Int.self,
            SQL(
                "notice.count",
                """
                SELECT count(*) FROM (SELECT FROM entente.notice n WHERE \(filter.conditions)
                    LIMIT \(Self.countMax + 1)) n
                """
            ).readOnly())
    }

    /// A notice as it was written; nil when there is none of that id, or whoever asks may not see its file.
    package func noticeSheet(_ id: UUID) async throws -> NoticeSheetRow? {
        let row = try await pool.oneOrNone(
            SQL(
                "notice.sheet",
                """
                SELECT n.*, j.id AS job, j.state AS job_state, j.attempts, j.last_error, a.reference
                FROM entente.notice n JOIN entente.agreement a ON a.id = n.agreement
                LEFT JOIN entente.job j ON j.kind = 'mail' AND j.key = \(id.uuidString.lowercased()) WHERE n.id = \(id)
                """
            ).readOnly())
        return try row.map { row in
            NoticeSheetRow(
                notice: try NoticeRow(row: row), reference: try row["reference"], name: try row["to_name"],
                text: try row["text"], language: try row["language"], job: try row["job"],
                acknowledgedBecause: try row["acknowledged_because"])
        }
    }

    /// The jobs that a filter lets through with the errors of their attempts, the newest first; of all states the dead
    /// before them.
    package func jobs(_ filter: JobFilter, offset: Int, limit: Int) async throws -> [JobRow] {
        let order: SQL = filter.state == nil ? "(j.state = 'dead') DESC, j.id DESC" : "j.id DESC"
        let rows = try await pool.query(
            SQL(
                "job.page",
                """
                SELECT j.*, ARRAY (SELECT x.error FROM entente.job_attempt x WHERE x.job = j.id
                    ORDER BY x.lease) AS errors
                FROM entente.job j WHERE \(filter.conditions) ORDER BY \(order) LIMIT \(limit) OFFSET \(offset)
                """
            ).readOnly())
        return try rows.map { try JobRow(row: $0) }
    }

    /// How many jobs a filter lets through; of more than ``countMax`` it stops counting.
    package func count(of filter: JobFilter) async throws -> Int {
        try await pool.value(
            Int.self,
            SQL(
                "job.count",
                """
                SELECT count(*) FROM (SELECT FROM entente.job j WHERE \(filter.conditions)
                    LIMIT \(Self.countMax + 1)) j
                """
            ).readOnly())
    }
}

extension Catalogue {
    /// Whether there is a job of that number that whoever asks may see.
    package func seesJob(_ id: Int) async throws -> Bool {
        try await pool.value(
            Bool.self,
            SQL("job.seen", "SELECT EXISTS (SELECT FROM entente.job j WHERE j.id = \(id)) AS seen").readOnly()
        )
    }
}
