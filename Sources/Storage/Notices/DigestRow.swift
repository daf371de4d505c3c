package import Agreements
package import Engine
package import FoundationEssentials
import Postgres

/// A digest in a list, with where its job stands.
package struct DigestRow: Codable, Sendable, Hashable {
    package var id: UUID
    package var person: Person.ID
    package var day: Day
    package var kind: String
    package var address: String
    package var subject: String
    package var messageID: String
    package var status: String
    package var verdicts: [NoticeVerdict]
    package var createdAt: Instant
    package var jobState: String?
    package var lastError: String?

    init(row: Row) throws {
        (id, person, day, kind) = (try row["id"], try row["person"], try row["day"], try row["kind"])
        (address, subject) = (try row["to_address"], try row["subject"])
        (messageID, status) = (try row["message_id"], try row["status"])
        verdicts = try row.json([NoticeVerdict].self, "verdicts")
        (createdAt, jobState) = (try row["created_at"], try row["job_state"])
        lastError = try row["last_error"]
    }
}
