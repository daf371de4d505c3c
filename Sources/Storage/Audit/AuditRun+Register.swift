import Agreements
import Definitions
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
                'leftAt', entente.instant_text(p.left_at), 'contact', p.contact_hash)) AS item FROM entente.person p
            """)
        try await checkContacts()
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
            "subscriptions", Set(register.subscriptions.values),
            "SELECT entente.subscription_json(s) AS item FROM entente.subscription s")
        try await compare(
            "calls", Set(register.calls.values),
            """
            SELECT entente.call_json(k, s) AS item FROM entente.call k JOIN entente.stream s
                ON s.stream = k.id::text
            """)
        try await compare("numbers of events", Set(register.marks.values), Self.marks)
        try await checkWorkflows()
    }

    /// Compares how people are called with the salted hashes that events hold.
    private nonisolated(nonsending) func checkContacts() async throws {
        let rows = try await transaction.query(
            SQL(
                "audit.contacts",
                """
                SELECT id, name, email, os_user, salt, contact_hash, eliminated_at FROM entente.person
                WHERE contact_hash IS NOT NULL
                """))
        for row in rows {
            let id: Person.ID = try row["id"]
            guard let problem = try problem(ofContact: row, isErased: register.erased.contains(id)) else {
                continue
            }
            report.findings.append(AuditFinding(.content, stream: "register", "person \(id) \(problem)"))
        }
    }

    private func problem(ofContact row: Row, isErased: Bool) throws -> String? {
        let isGone = try row.decode(Instant?.self, "eliminated_at") != nil
        switch (isGone, isErased) {
        case (true, true):
            report.eliminated += 1
            return nil
        case (true, false): return "was erased without an event"
        case (false, true): return "is still called something after the elimination"
        case (false, false):
            return try hash(ofContact: row) == row["contact_hash"] ? nil : "is not called as was recorded"
        }
    }

    private func hash(ofContact row: Row) throws -> String? {
        guard let name: String = try row["name"], let email: String = try row["email"],
            let salt: [UInt8] = try row["salt"]
        else { return nil }
        return Contact(name: name, email: email, operatingSystemUser: try row["os_user"]).hash(salt: salt)
    }

    /// The event that made each row of the register, and the one that ended it.
    private static let marks: SQL = """
        SELECT jsonb_strip_nulls(jsonb_build_object('id', id, 'seq', seq, 'ended', ended)) AS item FROM (
            SELECT id::text, seq, NULL::bigint AS ended FROM entente.person
            UNION ALL SELECT id, seq, NULL FROM entente.organisation
            UNION ALL SELECT id::text, seq, ended_seq FROM entente.role_grant
            UNION ALL SELECT id::text, seq, revoked_seq FROM entente.delegation
            UNION ALL SELECT id::text, seq, ended_seq FROM entente.measure
            UNION ALL SELECT id::text, seq, ended_seq FROM entente.absence
            UNION ALL SELECT id || '@' || version, seq, NULL FROM entente.workflow) m
        """

    /// Compares the published definitions with their events, and their files with the hash that those name.
    private nonisolated(nonsending) func checkWorkflows() async throws {
        try await compare(
            "workflows", register.workflows,
            """
            SELECT to_jsonb(w.id || '|' || w.version || '|' || w.sha256 || '|' || entente.instant_text(w.published_at))
                AS item FROM entente.workflow w
            """)
        let rows = try await transaction.query(
            SQL("audit.workflows", "SELECT id, version, sources, sha256 FROM entente.workflow"))
        for row in rows {
            let id: String = try row["id"]
            let files = try? row.json([String: String].self, "sources")
            let sha256 = files.map { WorkflowSources(published: id, files: $0).sha256 }
            guard try sha256 != row.decode(String.self, "sha256") else { continue }
            report.findings.append(
                AuditFinding(
                    .content, stream: "register",
                    "the files of \(id)@\(try row.decode(String.self, "version")) are not those that were published"
                ))
        }
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
