package import Agreements
import Postgres

/// A live agreement that is called as another is, as far as its reader may see it.
package struct NamesakeRow: Sendable, Hashable {
    package var id: Agreement.ID
    package var reference: String?
    package var instrument: String
    package var legal: LegalStatus
    package var acronym: String
}

extension Catalogue {
    /// The live agreements that are called `acronym`, whatever its case and accents, the oldest first: those that the
    /// reader may see, and how many there are in all, up to a hundred.
    ///
    /// By an index, at any number of agreements. A name that was eliminated is nobody's.
    /// - Parameter id: an agreement that is left out.
    package func namesakes(
        of acronym: String, besides id: Agreement.ID? = nil
    ) async throws -> (seen: [NamesakeRow], count: Int) {
        let rows = try await pool.query(
            SQL(
                "agreement.namesakes",
                """
                SELECT a.id, a.reference, a.instrument, a.legal, \(Self.subject) AS acronym
                FROM entente.namesakes(\(acronym)::text, \(id)::uuid) WITH ORDINALITY n (id, place)
                    LEFT JOIN entente.agreement a ON a.id = n.id
                ORDER BY n.place
                """
            ).readOnly())
        let seen = try rows.compactMap { row -> NamesakeRow? in
            guard let id = try row.decode(Agreement.ID?.self, "id") else { return nil }
            return NamesakeRow(
                id: id, reference: try row["reference"], instrument: try row["instrument"],
                legal: LegalStatus(rawValue: try row["legal"]) ?? .none,
                acronym: try row.decode(String?.self, "acronym") ?? "")
        }
        return (seen, rows.count)
    }
}
