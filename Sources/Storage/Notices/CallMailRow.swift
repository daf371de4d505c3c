package import Agreements
package import FoundationEssentials
import Postgres

/// What one subscriber was told of a call, and what became of it.
package struct CallMailRow: Codable, Sendable, Hashable {
    package var id: UUID
    package var call: Call.ID
    /// The family that such mails are of.
    package var notice = "N03"
    package var recipient: Person.ID
    package var address: String
    package var subject: String
    package var messageID: String
    package var status: String
    package var createdAt: Instant
    package var jobState: String?
    package var attempts: Int?
    package var lastError: String?

    init(row: Row) throws {
        (id, call, recipient) = (try row["id"], try row["call"], try row["person"])
        (address, subject) = (try row["to_address"], try row["subject"])
        (messageID, status) = (try row["message_id"], try row["status"])
        (createdAt, jobState) = (try row["created_at"], try row["job_state"])
        (attempts, lastError) = (try row["attempts"], try row["last_error"])
    }
}

extension CallMailStore {
    /// The mails about calls, the newest first; in one status, or all.
    package func rows(status: String?, limit: Int) async throws -> [CallMailRow] {
        let rows = try await pool.query(
            SQL(
                "call.mails",
                """
                SELECT m.id, m.call, m.person, m.to_address, m.subject, m.message_id, m.status, m.created_at,
                    j.state AS job_state, j.attempts, j.last_error
                FROM entente.call_mail m
                LEFT JOIN entente.job j ON j.kind = \(Self.mailKind) AND j.key = m.id::text
                WHERE \(status)::text IS NULL OR m.status = \(status)
                ORDER BY m.created_at DESC, m.id LIMIT \(max(0, limit))
                """
            ).readOnly())
        return try rows.map { try CallMailRow(row: $0) }
    }
}
