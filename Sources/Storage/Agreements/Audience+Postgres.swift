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
        }
    }
}
