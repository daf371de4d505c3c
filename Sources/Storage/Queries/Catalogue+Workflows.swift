package import Agreements
import FoundationEssentials
import Postgres

extension Catalogue {
    /// The published definitions, by name, the newest first.
    package func workflows() async throws -> [WorkflowRow] {
        let rows = try await pool.query(
            SQL(
                "workflow.list",
                "SELECT id, version, sha256, published_at FROM entente.workflow ORDER BY id, seq DESC"
            ).readOnly())
        return try rows.map { try WorkflowRow(row: $0) }
    }

    /// The files of a definition by name, of that version or of the newest; nil when there is none.
    package func workflowSources(_ id: String, version: String? = nil) async throws -> WorkflowSourcesRow? {
        let row = try await pool.oneOrNone(
            SQL(
                "workflow.sources",
                """
                SELECT id, version, sha256, published_at, sources FROM entente.workflow
                WHERE id = \(id) AND (\(version)::text IS NULL OR version = \(version)) ORDER BY seq DESC
                    LIMIT 1
                """
            ).readOnly())
        return try row.map {
            WorkflowSourcesRow(
                workflow: try WorkflowRow(row: $0), files: try $0.json([String: String].self, "sources"))
        }
    }

    /// What the documents of an agreement are called, without those that were eliminated.
    package func documentNames(of agreement: Agreement.ID) async throws -> [Document.ID: String] {
        let rows = try await pool.query(
            SQL(
                "document.names",
                """
                SELECT id, file_name FROM entente.document
                WHERE agreement = \(agreement) AND bytes IS NOT NULL AND file_name IS NOT NULL
                """
            ).readOnly())
        return Dictionary(try rows.map { (try $0["id"], try $0["file_name"]) }, uniquingKeysWith: { $1 })
    }

    /// A document of an agreement with its bytes; nil when there is none, or when it was eliminated.
    package func document(_ id: Document.ID) async throws -> (fileName: String, bytes: [UInt8])? {
        let row = try await pool.oneOrNone(
            SQL(
                "document.load",
                "SELECT file_name, bytes FROM entente.document WHERE id = \(id) AND bytes IS NOT NULL"
            ).readOnly())
        return try row.map { (try $0["file_name"], try $0["bytes"]) }
    }
}

/// A published definition.
package struct WorkflowRow: Codable, Sendable, Hashable {
    package var id: String
    package var version: String
    package var sha256: String
    package var publishedAt: Instant

    init(row: Row) throws {
        (id, version, sha256) = (try row["id"], try row["version"], try row["sha256"])
        publishedAt = try row["published_at"]
    }
}

/// A published definition with its files, by name.
package struct WorkflowSourcesRow: Sendable, Hashable {
    package var workflow: WorkflowRow
    package var files: [String: String]
}
