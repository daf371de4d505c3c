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
            SQL(
                "task.work",
                """
                SELECT t.*, a.workflow, a.version, p.definition, \(Self.subject) AS subject, \(Self.amount) AS amount,
                    ARRAY (SELECT DISTINCT x ->> 'country' FROM jsonb_array_elements(a.snapshot -> 'parties') x
                        WHERE x ->> 'home' = 'false' ORDER BY 1) AS countries
                FROM (\(Self.tasksOfPerson(person, self.limit(limit)))) t
                    JOIN entente.agreement a ON a.id = t.agreement
                    JOIN entente.process p ON p.agreement = a.id AND p.path = t.process
                ORDER BY t.due_at NULLS LAST, t.opened_at, t.id
                """
            ).readOnly())
        return try rows.map { row in
            WorkRow(
                task: try TaskRow(row: row), workflow: try row["workflow"], version: try row["version"],
                definition: try row["definition"], subject: try row["subject"],
                amount: try row.decode(Int64?.self, "amount").map(Int.init), countries: try row["countries"])
        }
    }

    /// What a file of the table `a` is called, as long as that was not eliminated.
    static let subject: SQL = """
        (SELECT v.value #>> '{}' FROM entente.erasable_value v
            WHERE v.id = (a.snapshot #>> '{dossier,acronym,id}')::uuid)
        """

    /// The euros a year that it asks for.
    static let amount: SQL = """
        (SELECT (v.value #>> '{}')::bigint FROM entente.erasable_value v
            WHERE v.id = coalesce(a.snapshot #>> '{dossier,yearlyBudget,id}',
                a.snapshot #>> '{dossier,fullCostBudget,id}')::uuid AND jsonb_typeof(v.value) = 'number')
        """

    /// The roles that a person holds on an agreement now.
    package func roles(of person: Person.ID, on agreement: Agreement.ID) async throws -> Set<String> {
        let rows = try await pool.query(
            SQL("agreement.roles", "SELECT role FROM entente.roles_on(\(person), \(agreement))").readOnly())
        return Set(try rows.values(String.self, "role"))
    }
}
