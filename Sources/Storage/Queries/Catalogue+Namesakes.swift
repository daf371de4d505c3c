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
        let all = try await pool.query(
            SQL("agreement.namesakes", "SELECT id FROM entente.namesakes(\(acronym), \(id)) n (id)")
                .readOnly()
        ).values(Agreement.ID.self, "id")
        // Most names are one file's: what readers see is asked only where there is something to see.
        return all.isEmpty ? ([], 0) : (try await seen(of: all), all.count)
    }

    private func seen(of namesakes: [Agreement.ID]) async throws -> [NamesakeRow] {
        let ids = namesakes.map(\.description).joined(separator: ",")
        let rows = try await pool.query(
            SQL(
                "agreement.namesakes.seen",
                """
                SELECT a.id, a.reference, a.instrument, a.legal, \(Self.subject) AS acronym
                FROM unnest(string_to_array(\(ids)::text, ',')::uuid[]) WITH ORDINALITY n (id, place)
                    JOIN entente.agreement a ON a.id = n.id
                ORDER BY n.place
                """
            ).readOnly())
        return try rows.map { row in
            NamesakeRow(
                id: try row["id"], reference: try row["reference"], instrument: try row["instrument"],
                legal: LegalStatus(rawValue: try row["legal"]) ?? .none,
                acronym: try row.decode(String?.self, "acronym") ?? "")
        }
    }
}
