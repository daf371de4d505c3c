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
            SQL("task.person", Self.tasksOfPerson(person, self.limit(limit))).readOnly())
        return try rows.map { try TaskRow(row: $0) }
    }

    static func tasksOfPerson(_ person: Person.ID, _ limit: Int) -> SQL {
        """
        WITH RECURSIVE clock AS MATERIALIZED (SELECT entente.now() AS now), own AS (
            SELECT g.role, g.scope FROM entente.role_grant g, clock
            WHERE g.person = \(person) AND tstzrange(g.valid_from, g.valid_until) @> clock.now
            -- A delegation is worth what its grantor holds now.
            UNION SELECT d.role, CASE WHEN d.scope = '*' OR g.scope LIKE 'party:%' THEN g.scope ELSE d.scope END
            FROM entente.delegation d
                JOIN entente.role_grant g ON g.person = d.grantor AND g.role = d.role
                JOIN entente.person p ON p.id = d.grantor AND p.active
                CROSS JOIN clock
            WHERE d.grantee = \(person) AND tstzrange(d.valid_from, d.valid_until) @> clock.now
                AND (d.revoked_at IS NULL OR d.revoked_at > clock.now)
                AND tstzrange(g.valid_from, g.valid_until) @> clock.now
                AND NOT (g.scope LIKE 'party:%' AND d.scope LIKE 'party:%' AND g.scope <> d.scope)),
        -- What covers an institute or a unit covers those that were merged into it.
        held AS (
            SELECT role, scope FROM own
            UNION SELECT h.role, s.kind || ':' || s.code FROM held h
                JOIN entente.succession s ON h.scope = s.kind || ':' || s.successor
                CROSS JOIN clock WHERE entente.day_start(s.on_day) <= clock.now)
        SELECT t.*, a.reference, a.instrument FROM entente.task t JOIN entente.agreement a
            ON a.id = t.agreement
        WHERE t.closed_seq IS NULL AND CASE t.role_of
            WHEN 'person' THEN t.narrowed_to = \(person)::text
            WHEN 'party' THEN EXISTS (SELECT FROM held h WHERE h.role = t.role
                AND h.scope = 'party:' || t.narrowed_to)
            WHEN 'agreement' THEN CASE
                WHEN EXISTS (SELECT FROM entente.assignment x
                    WHERE x.agreement = a.id AND x.role = t.role AND x.ended_seq IS NULL)
                THEN EXISTS (SELECT FROM entente.assignment x
                    WHERE x.agreement = a.id AND x.role = t.role AND x.ended_seq IS NULL
                        AND x.person = \(person))
                ELSE EXISTS (SELECT FROM held h WHERE h.role = t.role AND h.scope IN (
                    '*', 'agreement:' || a.id, 'unit:' || a.unit, 'itmo:' || a.itmo,
                        'instrument:' || a.instrument))
                END
            ELSE EXISTS (SELECT FROM held h WHERE h.role = t.role AND h.scope LIKE 'party:%'
                AND substr(h.scope, 7) = ANY (a.parties))
            END
        ORDER BY t.due_at NULLS LAST, t.opened_at, t.id LIMIT \(limit)
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
