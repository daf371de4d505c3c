package import Agreements
import Postgres

extension Catalogue {
    /// The agreements that whoever asks may see.
    package func seenAgreements() async throws -> Set<Agreement.ID> {
        let rows = try await pool.query(
            SQL("agreement.seen", "SELECT id FROM entente.agreement").readOnly())
        return Set(try rows.values(Agreement.ID.self, "id"))
    }
}
