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
}
