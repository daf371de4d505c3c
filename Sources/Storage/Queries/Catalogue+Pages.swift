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
    /// Whether a refusal for security may stand against its file: of few, of which the rest is asked.
    package var isPerhapsBlocked: Bool
    /// Whether a measure that holds now may concern its file: of few, of which the rest is asked.
    package var isPerhapsMeasured: Bool
    package var legal: LegalStatus
    /// Whether its file is under a legal hold.
    package var isHeld: Bool
    /// Whether the text of its file has an earlier version.
    package var isRevised: Bool

    init(row: Row) throws {
        task = try TaskRow(row: row)
        (workflow, version, definition) = (try row["workflow"], try row["version"], try row["definition"])
        (subject, countries) = (try row["subject"], try row["countries"])
        amount = try row.decode(Int64?.self, "amount").map(Int.init)
        (isPerhapsBlocked, isRevised) = (try row["blocked"], try row["revised"])
        (isPerhapsMeasured, isHeld) = (try row["measured"], try row["held"])
        legal = LegalStatus(rawValue: try row["legal"]) ?? .none
    }
}

/// How many steps of a kind wait for somebody.
package struct WorkKindRow: Sendable, Hashable {
    package var workflow: String
    package var version: String
    package var definition: String
    package var role: String
    package var state: String
    /// The legal status of their files.
    package var legal: LegalStatus
    /// Whether their files are under a legal hold.
    package var isHeld: Bool
    /// Whether a measure that holds now may concern their files.
    package var isMeasured: Bool
    package var steps: Int
    /// How many of them are overdue.
    package var late: Int
    /// Against how many of their files a refusal for security may stand.
    package var blocked: Int

    init(row: Row) throws {
        (workflow, version, definition) = (try row["workflow"], try row["version"], try row["definition"])
        (role, state, steps) = (try row["role"], try row["state"], try row["steps"])
        (late, blocked) = (try row["late"], try row["blocked"])
        (isHeld, isMeasured) = (try row["held"], try row["measured"])
        legal = LegalStatus(rawValue: try row["legal"]) ?? .none
    }
}

extension Catalogue {
    /// No worklist tells of more steps.
    package static let stepsMax = 500

    /// The open tasks of a person as ``tasks(of:limit:)`` finds them, each with its file's subject, and all of them by kind.
    ///
    /// - Parameter limit: how many are told, from the first on; all count.
    package func work(
        of person: Person.ID, limit: Int = stepsMax
    ) async throws -> (rows: [WorkRow], kinds: [WorkKindRow]) {
        let kinds = SQL("task.kinds", "SELECT * FROM entente.work_kinds_of(\(person), \(Self.stepsMax))")
        let found = try await pool.pipeline(
            [
                SQL("task.work", Self.work(of: person, min(self.limit(limit), Self.stepsMax))).readOnly(),
                kinds.readOnly(),
            ], timeLimit: nil)
        return (try found[0].map { try WorkRow(row: $0) }, try found[1].map { try WorkKindRow(row: $0) })
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
