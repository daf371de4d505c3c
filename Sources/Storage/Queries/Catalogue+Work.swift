package import Agreements
import FoundationEssentials
import Postgres

extension Catalogue {
    /// The open tasks, the earliest due first; of one agreement, or of one role, or all.
    ///
    /// Whose task it is depends on grants and assignments: the engine's roster narrows the list to a person.
    package func tasks(
        of agreement: Agreement.ID? = nil, role: String? = nil, limit: Int = 1_000
    ) async throws -> [TaskRow] {
        let rows = try await pool.query(
            SQL(
                "task.list",
                """
                SELECT t.*, a.reference, a.instrument FROM entente.task t JOIN entente.agreement a
                    ON a.id = t.agreement
                WHERE t.closed_seq IS NULL AND (\(agreement)::uuid IS NULL OR t.agreement = \(agreement))
                    AND (\(role)::text IS NULL OR t.role = \(role))
                ORDER BY t.due_at NULLS LAST, t.opened_at, t.id LIMIT \(self.limit(limit))
                """
            ).readOnly())
        return try rows.map { try TaskRow(row: $0) }
    }

    /// The open tasks that a person may do by grant, assignment or delegation at the legal instant.
    ///
    /// It is what the tables can tell; the engine has the last word when the act is sent.
    package func tasks(of person: Person.ID, limit: Int = 1_000) async throws -> [TaskRow] {
        let rows = try await pool.query(
            SQL("task.person", Self.work(of: person, self.limit(limit))).readOnly())
        return try rows.map { try TaskRow(row: $0) }
    }

    /// The open tasks of a person with their files, the earliest due first: one look at each file for row security.
    static func work(of person: Person.ID, _ limit: Int) -> SQL {
        """
        SELECT w.* FROM entente.work_of(\(person), \(limit)) w ORDER BY w.due_at NULLS LAST, w.opened_at, w.id
        """
    }

    /// The armed timers, the next due first; of one agreement or all.
    package func timers(of agreement: Agreement.ID? = nil, limit: Int = 1_000) async throws -> [TimerRow] {
        let rows = try await pool.query(
            SQL(
                "timer.list",
                """
                SELECT t.* FROM entente.timer t
                WHERE t.status = 'armed' AND (\(agreement)::uuid IS NULL OR t.agreement = \(agreement))
                ORDER BY t.due_at, t.document_order LIMIT \(self.limit(limit))
                """
            ).readOnly())
        return try rows.map { try TimerRow(row: $0) }
    }
}
