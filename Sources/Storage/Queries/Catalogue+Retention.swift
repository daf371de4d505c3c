package import Agreements
import Postgres

extension Catalogue {
    /// The agreements that may be closed and still hold something that can be eliminated, the oldest first.
    ///
    /// Whether one is closed is for its rules to say.
    /// - Parameters:
    ///   - id: only those that come after this one.
    ///   - limit: at most so many; nil for all.
    package func erasableFiles(
        after id: Agreement.ID? = nil, limit: Int? = nil
    ) async throws -> [Agreement.ID] {
        let rows = try await pool.query(
            SQL(
                "retention.files",
                """
                SELECT a.id FROM entente.agreement a
                    JOIN entente.process p ON p.agreement = a.id AND p.path = 'life'
                WHERE (p.status = 'ended' OR a.legal = 'ended') AND (
                    EXISTS (SELECT FROM entente.erasable_value v
                        WHERE v.stream = a.id::text AND v.value IS NOT NULL)
                    OR EXISTS (SELECT FROM entente.document d
                        WHERE d.agreement = a.id AND d.eliminated_at IS NULL))
                    AND (\(id)::uuid IS NULL OR (a.started_at, a.id)
                        > (SELECT b.started_at, b.id FROM entente.agreement b WHERE b.id = \(id)))
                ORDER BY a.started_at, a.id LIMIT \(limit)::bigint
                """
            ).readOnly())
        return try rows.values(Agreement.ID.self, "id")
    }

    /// Those who were experts of some file and have left, and whose names are still there.
    package func leftReviewers() async throws -> [Person.ID] {
        let rows = try await pool.query(
            SQL(
                "retention.reviewers",
                """
                SELECT DISTINCT p.id FROM entente.assignment x JOIN entente.person p ON p.id = x.person
                WHERE x.role = 'EXP' AND NOT p.active AND p.name IS NOT NULL ORDER BY p.id
                """
            ).readOnly())
        return try rows.values(Person.ID.self, "id")
    }

    /// The agreements in whose events a person acts or is named.
    ///
    /// It reads every event.
    package func files(naming person: Person.ID) async throws -> [Agreement.ID] {
        let id = person.description
        let rows = try await pool.query(
            SQL(
                "retention.naming",
                """
                SELECT a.id FROM entente.agreement a
                WHERE EXISTS (SELECT FROM entente.event e WHERE e.stream = a.id::text
                    AND (e.actor = \(id) OR e.on_behalf_of = \(id) OR strpos(e.payload::text, \(id)) > 0))
                ORDER BY a.started_at, a.id
                """
            ).readOnly())
        return try rows.values(Agreement.ID.self, "id")
    }

    /// The instant of the machine's clock a period ago, and how many entries of the access log are older.
    package func expiredAccess(after period: Period) async throws -> (before: Instant, count: Int) {
        let row = try await pool.one(
            SQL(
                "retention.access",
                """
                SELECT b.before, entente.expired_access(b.before) AS n
                FROM (SELECT date_trunc('milliseconds', clock_timestamp() - \(period.description)::interval)
                    AS before) b
                """
            ).readOnly())
        return (try row["before"], try row["n"])
    }

    /// How many mails of before an instant may lose their texts and addresses.
    package func expiredMails(before instant: Instant) async throws -> Int {
        try await pool.value(
            Int.self,
            SQL(
                "retention.mails",
                """
                SELECT count(*) + entente.expired_call_mails(\(instant))
                    + entente.expired_digests(\(instant)) AS n
                FROM entente.expired_mails(\(instant))
                """
            ).readOnly())
    }
}
