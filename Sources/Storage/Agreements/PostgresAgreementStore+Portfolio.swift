package import Agreements
package import Engine
import Postgres

extension PostgresAgreementStore {
    /// Every agreement whose life goes on, or those of `ids`, with all that decisions over them read, as of one instant.
    ///
    /// Two statements in one read-only transaction; nothing is locked. People come without name or address.
    package func portfolio(of ids: [Agreement.ID]? = nil) async throws -> Portfolio {
        try await portfolio(where: ids.map { "a.id = ANY (\($0.map(\.description))::uuid[])" } ?? "true")
    }

    /// The same of those that follow another version of a workflow.
    package func portfolio(waitingFor target: Workflow) async throws -> Portfolio {
        try await portfolio(where: "a.workflow = \(target.id) AND a.version <> \(target.version)")
    }

    private func portfolio(where condition: SQL) async throws -> Portfolio {
        try await pool.withTransaction(level: .repeatableRead, readOnly: true) { transaction in
            let text = try await transaction.value(PostgresJSON.self, Self.facts)
            let facts = try JSONText.read(SnapshotDocument.self, text.text).snapshot().facts
            let rows = try await transaction.query(Self.live(condition))
            return Portfolio(
                facts: facts, agreements: try rows.map { try $0.json(Agreement.self, "snapshot") })
        }
    }

    private static func live(_ condition: SQL) -> SQL {
        SQL(
            "portfolio.agreements",
            """
            SELECT a.snapshot FROM entente.agreement a
                JOIN entente.process p ON p.agreement = a.id AND p.path = 'life' AND p.status = 'active'
            WHERE \(condition) ORDER BY a.started_at, a.id
            """)
    }

    private static let facts = SQL(
        "portfolio.facts",
        """
        SELECT jsonb_build_object(
            'now', entente.instant_text(entente.now()),
            'institution', (SELECT jsonb_build_object('id', i.id, 'zone', i.zone, 'calendar', i.calendar)
                FROM entente.institution i),
            'people', (SELECT jsonb_agg(jsonb_build_object('id', p.id, 'active', p.active,
                'organisation', p.organisation, 'unit', p.unit, 'language', p.language,
                'leftAt', entente.instant_text(p.left_at)))
                FROM entente.person p),
            'grants', (SELECT jsonb_agg(entente.grant_json(g) ORDER BY g.seq) FROM entente.role_grant g),
            'delegations', (SELECT jsonb_agg(entente.delegation_json(d) ORDER BY d.seq)
                FROM entente.delegation d),
            'organisations', (SELECT jsonb_agg(entente.organisation_json(o)) FROM entente.organisation o),
            'measures', (SELECT jsonb_agg(entente.measure_json(m) ORDER BY m.seq) FROM entente.measure m),
            'absences', (SELECT jsonb_agg(entente.absence_json(x) ORDER BY x.seq) FROM entente.absence x),
            'successions', (SELECT jsonb_agg(entente.succession_json(x) ORDER BY x.seq)
                FROM entente.succession x),
            'calls', (SELECT jsonb_agg(entente.call_json(k, s)) FROM entente.call k
                JOIN entente.stream s ON s.stream = k.id::text),
            'counters', (SELECT jsonb_object_agg(k.series, k.value) FROM entente.counter k))
        """)
}
