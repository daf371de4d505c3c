package import Agreements
import Postgres

extension Catalogue {
    /// The agreements that whoever asks may see.
    package func seenAgreements() async throws -> Set<Agreement.ID> {
        let rows = try await pool.query(
            SQL("agreement.seen", "SELECT id FROM entente.agreement").readOnly())
        return Set(try rows.values(Agreement.ID.self, "id"))
    }

    /// The live agreements in which something is due by an instant, those where it is due first at the head.
    ///
    /// In others nothing happens until then unless somebody acts. Reads as many rows as timers and tasks are due.
    package func agreements(dueBy end: Instant, limit: Int? = nil) async throws -> [Agreement.ID] {
        let rows = try await pool.query(
            SQL(
                "agreement.due",
                """
                SELECT d.agreement FROM entente.due_files(\(end), \(limit)) d ORDER BY d.due_at, d.agreement
                """
            ).readOnly())
        return try rows.values(Agreement.ID.self, "agreement")
    }

    /// The same files, each with the number of its last event: while that is the same, the file is.
    package func dueFiles(by end: Instant, limit: Int) async throws -> [DueFile] {
        let rows = try await pool.query(
            SQL(
                "agreement.due.seq",
                """
                SELECT d.agreement, a.seq FROM entente.due_files(\(end), \(limit)) d
                    JOIN entente.agreement a ON a.id = d.agreement
                ORDER BY d.due_at, d.agreement
                """
            ).readOnly())
        return try rows.map { DueFile(agreement: try $0["agreement"], seq: try $0["seq"]) }
    }

    /// How many events the register and the calls have.
    package func registerEvents() async throws -> Int {
        let rows = try await pool.query(
            SQL(
                "stream.events", "SELECT coalesce(sum(s.seq), 0)::bigint AS events FROM entente.stream s"
            ).readOnly())
        return try rows.values(Int.self, "events").first ?? 0
    }
}

/// A file in which something is due.
package struct DueFile: Sendable, Hashable {
    package var agreement: Agreement.ID
    /// The number of its last event.
    package var seq: Int
}
