import Agreements
import Postgres

extension AuditRun {
    /// Compares the tables of the register with what its events add up to, and looks for streams without
    /// events.
    nonisolated(nonsending) func checkRegister() async throws {
        for stream in missing.sorted() {
            report.findings.append(AuditFinding(.head, stream: stream, "a head without events"))
        }
        try await compare(
            "people", Set(register.people.values),
            """
            SELECT jsonb_strip_nulls(jsonb_build_object('id', p.id, 'active', p.active, 'organisation',
                p.organisation, 'unit', p.unit, 'language', p.language,
                'leftAt', entente.instant_text(p.left_at))) AS item FROM entente.person p
            """)
        try await compare(
            "organisations", Set(register.organisations.values),
            "SELECT entente.organisation_json(o) AS item FROM entente.organisation o")
        try await compare(
            "grants", Set(register.grants.values),
            "SELECT entente.grant_json(g) AS item FROM entente.role_grant g")
        try await compare(
            "delegations", Set(register.delegations.values),
            "SELECT entente.delegation_json(d) AS item FROM entente.delegation d")
        try await compare(
            "measures", Set(register.measures.values),
            "SELECT entente.measure_json(m) AS item FROM entente.measure m")
        try await compare(
            "absences", Set(register.absences.values),
            "SELECT entente.absence_json(a) AS item FROM entente.absence a")
        try await compare(
            "successions", register.successions,
            "SELECT entente.succession_json(s) AS item FROM entente.succession s")
        try await compare(
            "calls", Set(register.calls.values),
            """
            SELECT entente.call_json(k, s) AS item FROM entente.call k JOIN entente.stream s
                ON s.stream = k.id::text
            """)
        try await compare(
            "workflows", register.workflows,
            "SELECT to_jsonb(w.id || '|' || w.version || '|' || w.sha256) AS item FROM entente.workflow w")
    }

    private nonisolated(nonsending) func compare<Item: Hashable & Decodable>(
        _ name: String, _ expected: Set<Item>, _ statement: SQL
    ) async throws {
        let stored = Set(try await transaction.query(statement).map { try $0.json(Item.self, "item") })
        let different = expected.symmetricDifference(stored)
        guard !different.isEmpty else { return }
        report.findings.append(
            AuditFinding(
                .projection, stream: "register", "\(name): \(different.count) rows differ from the events"))
    }
}
