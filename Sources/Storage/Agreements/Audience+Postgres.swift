import Agreements
import Engine
import Postgres

extension Audience {
    /// The ids of its agreements, in the order in which they were proposed.
    var statement: SQL {
        switch self {
        case .call(let call):
            SQL(
                "agreement.call",
                "SELECT id FROM entente.agreement WHERE call = \(call) ORDER BY started_at, id")
        case .citing(let agreement):
            SQL(
                "agreement.citing",
                """
                SELECT id FROM entente.agreement WHERE snapshot -> 'cites' ? \(agreement.description)
                ORDER BY started_at, id
                """)
        case .measure(let measure):
            SQL(
                "agreement.measure",
                """
                SELECT a.id FROM entente.agreement a
                    JOIN entente.process p ON p.agreement = a.id AND p.path = 'life' AND p.status = 'active',
                    entente.measure m
                WHERE m.id = \(measure) AND (m.target = ANY (a.parties) OR a.snapshot -> 'parties'
                    @> jsonb_build_array(jsonb_build_object('country', m.target)))
                ORDER BY a.started_at, a.id
                """)
        case .delegation(let delegation): Self.waiting("delegation", "d.id = \(delegation)")
        case .grant(let grant):
            Self.waiting(
                "grant",
                "(d.grantor, d.role) = (SELECT g.person, g.role FROM entente.role_grant g WHERE g.id = \(grant))"
            )
        case .person(let person): Self.waiting("person", "\(person) IN (d.grantor, d.grantee)")
        }
    }

    /// Those with an open step of the role of such a delegation `d`.
    private static func waiting(_ name: String, _ condition: SQL) -> SQL {
        SQL(
            "agreement.\(name)",
            """
            SELECT a.id FROM entente.agreement a
                JOIN entente.process p ON p.agreement = a.id AND p.path = 'life' AND p.status = 'active'
            WHERE EXISTS (SELECT FROM entente.task t JOIN entente.delegation d ON d.role = t.role
                WHERE t.agreement = a.id AND t.closed_at IS NULL AND \(condition))
            ORDER BY a.started_at, a.id
            """)
    }
}
