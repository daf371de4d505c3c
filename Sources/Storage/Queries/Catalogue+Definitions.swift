package import Agreements
import Postgres

/// A published definition: who published it, and how many running files follow it.
package struct DefinitionRow: Sendable, Hashable {
    package var id: String
    package var version: String
    package var sha256: String
    package var publishedAt: Instant
    /// Nil where nobody was named, or the name was eliminated.
    package var publisher: String?
    package var running: Int

    init(row: Row) throws {
        (id, version, sha256) = (try row["id"], try row["version"], try row["sha256"])
        (publishedAt, publisher, running) = (
            try row["published_at"], try row["publisher"], try row["running"]
        )
    }
}

extension Catalogue {
    /// The published definitions by name, the newest version first.
    package func definitions() async throws -> [DefinitionRow] {
        let rows = try await pool.query(
            SQL(
                "definition.list",
                """
                SELECT w.id, w.version, w.sha256, w.published_at, p.name AS publisher,
                    coalesce(r.running, 0) AS running
                FROM entente.workflow w
                    LEFT JOIN entente.event e ON e.stream = 'register' AND e.seq = w.seq
                    LEFT JOIN entente.person p ON p.id::text = e.actor
                    LEFT JOIN (
                        SELECT a.workflow, a.version, count(*) AS running FROM entente.agreement a
                            JOIN entente.process l ON l.agreement = a.id AND l.path = 'life'
                                AND l.status = 'active'
                        GROUP BY 1, 2) r ON r.workflow = w.id AND r.version = w.version
                ORDER BY w.id, w.seq DESC
                """
            ).readOnly())
        return try rows.map { try DefinitionRow(row: $0) }
    }
}
