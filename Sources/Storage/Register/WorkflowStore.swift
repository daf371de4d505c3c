package import Agreements
package import Postgres

/// The published workflow files, by name and version: never changed once published.
package struct WorkflowStore: Sendable {
    private let pool: Pool

    package init(_ pool: Pool) { self.pool = pool }

    /// The files of that version, or of the one published last when `version` is nil.
    /// - Throws: ``PostgresError``.
    package func published(_ id: String, _ version: String?) async throws -> PublishedWorkflow? {
        let row = try await pool.oneOrNone(
            SQL(
                "workflow.published",
                """
                SELECT id, version, sources, sha256, published_at FROM entente.workflow
                WHERE id = \(id) AND (\(version)::text IS NULL OR version = \(version)::text)
                ORDER BY seq DESC LIMIT 1
                """
            ).readOnly())
        return try row.map(PublishedWorkflow.init)
    }

    /// Every published version, the oldest first.
    /// - Throws: ``PostgresError``.
    package func all() async throws -> [PublishedWorkflow] {
        try await pool.query(
            SQL(
                "workflow.all", "SELECT id, version, sources, sha256, published_at FROM entente.workflow ORDER BY seq"
            ).readOnly()
        ).map(PublishedWorkflow.init)
    }
}

/// A workflow as it was published.
package struct PublishedWorkflow: Sendable, Hashable {
    package var id: String
    package var version: String
    /// The files by path; the main one is `ID.yaml`.
    package var sources: [String: String]
    package var sha256: String
    package var publishedAt: Instant

    init(_ row: Row) throws {
        id = try row["id"]
        version = try row["version"]
        sources = try JSONText.read([String: String].self, row.decode(PostgresJSON.self, "sources").text)
        sha256 = try row["sha256"]
        publishedAt = try row["published_at"]
    }
}
