package import Agreements
import FoundationEssentials
import Postgres

/// A step that waits for somebody, with what its line on a page says.
package struct WorkRow: Sendable, Hashable {
    package var task: TaskRow
    package var workflow: String
    package var version: String
    /// The definition of its process.
    package var definition: String
    package var subject: String?
    /// Euros a year.
    package var amount: Int?
    /// Where its foreign parties are, by code.
    package var countries: [String]
}

extension Catalogue {
    /// The open tasks of a person as ``tasks(of:limit:)`` finds them, each with its file's subject.
    package func work(of person: Person.ID, limit: Int = 500) async throws -> [WorkRow] {
        let rows = try await pool.query(
            SQL("task.work", Self.work(of: person, self.limit(limit))).readOnly())
        return try rows.map { row in
            WorkRow(
                task: try TaskRow(row: row), workflow: try row["workflow"], version: try row["version"],
                definition: try row["definition"], subject: try row["subject"],
                amount: try row.decode(Int64?.self, "amount").map(Int.init), countries: try row["countries"])
        }
    }

    /// Those of these agreements whose text has an earlier version.
    package func revised(_ agreements: Set<Agreement.ID>) async throws -> Set<Agreement.ID> {
        guard !agreements.isEmpty else { return [] }
        let ids = agreements.map(\.description).sorted().joined(separator: ",")
        let rows = try await pool.query(
            SQL(
                "agreement.revised",
                """
                SELECT d.agreement FROM entente.document d
                WHERE d.agreement = ANY (string_to_array(\(ids)::text, ',')::uuid[]) AND d.kind = 'text'
                    AND d.process IS NULL
                GROUP BY d.agreement HAVING count(*) > 1
                """
            ).readOnly())
        return Set(try rows.map { try $0["agreement"] })
    }

    /// Those of these agreements against which a refusal for security may stand: few, of which the rest is asked.
    package func perhapsBlocked(_ agreements: Set<Agreement.ID>) async throws -> Set<Agreement.ID> {
        guard !agreements.isEmpty else { return [] }
        let ids = agreements.map(\.description).sorted().joined(separator: ",")
        let rows = try await pool.query(
            SQL(
                "agreement.blocked",
                """
                SELECT a.id FROM entente.agreement a
                WHERE a.id = ANY (string_to_array(\(ids)::text, ',')::uuid[]) AND a.blocked
                """
            ).readOnly())
        return Set(try rows.values(Agreement.ID.self, "id"))
    }

    /// What a file of the table `a` is called, as long as that was not eliminated.
    static let subject: SQL = """
        (SELECT v.value #>> '{}' FROM entente.erasable_value v WHERE v.id = a.acronym)
        """

    /// The roles that a person holds on an agreement now.
    package func roles(of person: Person.ID, on agreement: Agreement.ID) async throws -> Set<String> {
        let rows = try await pool.query(
            SQL("agreement.roles", "SELECT role FROM entente.roles_on(\(person), \(agreement))").readOnly())
        return Set(try rows.values(String.self, "role"))
    }
}
