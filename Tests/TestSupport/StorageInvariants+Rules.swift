package import Agreements
package import Postgres

/// What must hold of acts that definitions allowed.
///
/// Changes are read from the events alone, by statements of their own: no fold of the product is asked. Scopes
/// are those that events gave an agreement; what a merger adds to them is not known here.
extension StorageInvariants {
    /// Every breach in a database whose agreements follow `workflows`; empty when all holds.
    package static func breaches(_ database: some Querying, under workflows: [Workflow]) async throws
        -> [Breach]
    {
        try await breaches(of: statements(under: workflows), in: database)
    }

    /// The names of all of them, as breaches tell them.
    package static func names(under workflows: [Workflow]) -> [String] {
        statements(under: workflows).map(\.0)
    }

    private static func statements(under workflows: [Workflow]) -> [(String, SQL)] {
        let rules = PrescribedRows(workflows)
        return statements + paths(rules) + requests + authority(rules) + fold + timers
    }

    /// The events of agreements: a join asks no other stream whether its name is an identifier.
    static let event: SQL = "event AS MATERIALIZED (SELECT * FROM audit_v1.event)"

    /// Every change that an event of an agreement holds, in order.
    static let change: SQL = """
        \(event), change AS MATERIALIZED (
            SELECT e.agreement_id, e.seq, c.number, kind.key AS kind, kind.value AS value
            FROM event e, jsonb_array_elements(e.payload -> 'changes') WITH ORDINALITY c(change, number),
                jsonb_each(c.change) kind)
        """

    private static func paths(_ rules: PrescribedRows) -> [(String, SQL)] {
        [
            (
                "I3 an event begins where the one before it ended",
                """
                WITH \(event)
                SELECT agreement_id || ' ' || seq AS breach FROM (
                    SELECT agreement_id, seq, from_state, lag(to_state)
                        OVER (PARTITION BY agreement_id, process ORDER BY seq) AS before
                    FROM event) e
                WHERE from_state IS DISTINCT FROM coalesce(before, '{}')
                """
            ),
            (
                "I3 the last event ends where the process is",
                """
                WITH \(event)
                SELECT p.agreement_id || ' ' || p.path AS breach FROM audit_v1.process p
                LEFT JOIN (
                    SELECT DISTINCT ON (agreement_id, process) agreement_id, process, to_state
                    FROM event ORDER BY agreement_id, process, seq DESC) e
                    ON e.agreement_id = p.agreement_id AND e.process = p.path
                WHERE p.state IS DISTINCT FROM e.to_state
                UNION ALL SELECT a.id::text FROM audit_v1.agreement a
                JOIN audit_v1.process p ON p.agreement_id = a.id AND p.path = 'life' WHERE a.state <> p.state
                """
            ),
            (
                "I3 every move is one of the definition",
                """
                WITH \(event), \(rules.moves), \(rules.atoms)
                SELECT e.agreement_id || ' ' || e.seq || ' ' || e.type AS breach FROM event e
                JOIN audit_v1.process p ON p.agreement_id = e.agreement_id AND p.path = e.process
                WHERE e.from_state <> '{}' AND e.from_state <> e.to_state AND NOT EXISTS (
                        SELECT FROM move m WHERE m.workflow = e.workflow AND m.definition = p.definition
                            AND m.event = e.type AND m.atom = ANY (e.from_state))
                    OR EXISTS (SELECT FROM unnest(e.to_state) s WHERE NOT EXISTS (
                        SELECT FROM atom a WHERE a.workflow = e.workflow AND a.definition = p.definition
                            AND a.atom = s))
                """
            ),
            (
                "I16 only notices of the definition",
                """
                WITH \(event), \(rules.notices)
                SELECT e.agreement_id || ' ' || e.seq || ' ' || (n ->> 'notice') AS breach
                FROM event e, jsonb_array_elements(e.payload -> 'notices') n
                WHERE NOT EXISTS (SELECT FROM prescribed p WHERE p.workflow = e.workflow
                    AND p.notice = n ->> 'notice')
                """
            ),
        ]
    }

    private static let requests: [(String, SQL)] = [
        (
            "I7 a request has one effect",
            """
            WITH \(event)
            SELECT actor || ' ' || request_id AS breach FROM event WHERE request_id IS NOT NULL
            GROUP BY actor, request_id HAVING count(*) > 1
            """
        ),
        (
            "I7 a request with an effect has its answer",
            """
            WITH \(event)
            SELECT e.agreement_id || ' ' || e.seq AS breach FROM event e
            WHERE e.request_id IS NOT NULL AND NOT EXISTS (
                SELECT FROM audit_v1.idem i WHERE i.actor = e.actor AND i.key = e.request_id
                    AND i.stream = e.agreement_id::text AND i.event_seq >= e.seq)
            """
        ),
    ]

    /// Every scope that an agreement was ever part of, by its events.
    private static let covered: SQL = """
        \(change), covered AS MATERIALIZED (
            SELECT id AS agreement_id, unnest(ARRAY['*', 'agreement:' || id]) AS scope FROM audit_v1.agreement
            UNION SELECT agreement_id, unnest(ARRAY['unit:' || (value ->> 'unit'), 'itmo:' || (value ->> 'itmo'),
                'instrument:' || (value ->> 'instrument'), 'instrument:' || (value ->> 'name'),
                'party:' || (value #>> '{party,id}'), 'party:' || (value #>> '{process,item,party,id}')])
            FROM change WHERE kind IN ('planned', 'created', 'instrument', 'partyJoined', 'processStarted'))
        """

    private static func authority(_ rules: PrescribedRows) -> [(String, SQL)] {
        [
            ("I13 whoever acted held the role", held),
            (
                "I13 the role was one that the definition asks for",
                """
                WITH \(event), \(rules.acts)
                SELECT e.agreement_id || ' ' || e.seq || ' ' || e.role AS breach FROM event e
                JOIN audit_v1.process p ON p.agreement_id = e.agreement_id AND p.path = e.process
                WHERE e.actor NOT LIKE 'system:%' AND e.from_state <> '{}'
                    AND e.type NOT IN ('edit', 'document_added', 'timer_skipped') AND NOT EXISTS (
                        SELECT FROM act a WHERE a.workflow = e.workflow AND a.definition = p.definition
                            AND a.act = e.type AND a.role = e.role)
                """
            ),
            (
                "I14 nobody did both sides of an exclusive duty",
                """
                WITH \(event), \(rules.duties), doer AS MATERIALIZED (
                    SELECT e.agreement_id, e.seq, e.workflow, e.type, person FROM event e,
                        unnest(ARRAY[coalesce(e.payload #>> '{recorded,person}', e.actor), e.on_behalf_of]) person
                    WHERE e.actor NOT LIKE 'system:%' AND person IS NOT NULL)
                SELECT DISTINCT a.agreement_id || ' ' || a.type || ' ' || b.type AS breach FROM duty d
                JOIN doer a ON a.workflow = d.workflow AND a.type = d.first
                JOIN doer b ON b.type = d.second AND b.agreement_id = a.agreement_id AND b.person = a.person
                    AND (d.ordered = 'false' OR b.seq > a.seq)
                """
            ),
            (
                "I15 whoever acted for another was delegated to",
                """
                WITH \(covered)
                SELECT e.agreement_id || ' ' || e.seq AS breach FROM event e
                WHERE e.on_behalf_of IS NOT NULL AND NOT EXISTS (
                    SELECT FROM audit_v1.delegation d
                    JOIN covered c ON c.agreement_id = e.agreement_id AND c.scope = d.scope
                    WHERE d.id::text = e.delegation AND d.grantor = e.on_behalf_of AND d.grantee = e.actor
                        AND d.grantor <> d.grantee AND d.role = e.role AND d.valid @> e.at
                        AND (d.revoked_at IS NULL OR e.at < d.revoked_at))
                """
            ),
        ]
    }

    /// Authority on paper is that of the paper's day.
    ///
    /// An assignment counts from the event that made it to the one
    /// that ended it, whatever the instants say: an act may end the role of the one who does it.
    private static let held: SQL = """
        WITH \(covered), human AS (
            SELECT e.agreement_id, e.seq, e.role, e.at,
                coalesce(e.on_behalf_of, e.payload #>> '{recorded,person}', e.actor) AS holder,
                least(e.at, ((e.payload #>> '{recorded,documentDate}')::date + 1)::timestamp
                    AT TIME ZONE 'Europe/Paris' - interval '1 ms') AS instant
            FROM event e WHERE e.actor NOT LIKE 'system:%')
        SELECT h.agreement_id || ' ' || h.seq || ' ' || coalesce(h.role, 'no role') AS breach FROM human h
        WHERE NOT EXISTS (
                SELECT FROM audit_v1.grant g
                JOIN covered c ON c.agreement_id = h.agreement_id AND c.scope = g.scope
                WHERE g.actor = h.holder AND g.role = h.role AND g.valid @> h.instant)
            AND NOT EXISTS (
                SELECT FROM entente.assignment x
                WHERE x.agreement = h.agreement_id AND x.role = h.role AND x.person::text = h.holder
                    AND h.seq BETWEEN x.seq AND coalesce(x.ended_seq, h.seq))
        """
}
