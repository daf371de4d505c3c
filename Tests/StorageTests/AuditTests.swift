import Agreements
import Engine
import Foundation
import Postgres
import Storage
import TestSupport
import Testing

@Suite("Audit")
struct AuditTests {
    @Test("What the product recorded is green")
    func green() async throws {
        try await World.with { world in
            try await Self.fill(world)
            let report = try await AuditVerifier(world.pool).verify()
            #expect(report.findings == [])
            #expect(report.events == 11)
        }
    }

    /// Two agreements of two events, a call, a grant; a value and two documents.
    static func fill(_ world: World) async throws {
        _ = try await world.grant("DG", to: world.anna)
        try await world.change(
            .callOpened(
                call: Call(
                    id: Call.ID(UUID()), instruments: ["LIA"], year: 2016, opensAt: World.start,
                    closesAt: "2016-06-15T15:00:00.000Z")))
        var one = Draft()
        let value = ErasableValue(id: Identifier(UUID()), salt: Array(repeating: 7, count: 16), value: "Berg")
        one.decision.values = [value]
        let bytes = Array("text".utf8)
        let document = Document(
            id: Document.ID(UUID()), kind: "text", version: 1, language: "fr",
            sha256: ErasableValue.hash(of: bytes), saltedHash: nil, size: bytes.count, addedAt: World.start)
        one.decision.documents = [.init(id: document.id, fileName: "a.txt", salt: [], bytes: bytes)]
        one.record(
            "edit",
            [
                .dossier(fields: ["title": ValueReference(id: value.id, hash: value.hash)]),
                .documentAdded(document: document),
                .roleAssigned(assignment: RoleAssignment(role: "PI_FR", person: world.anna)),
            ])
        var two = Draft()
        two.record("end", two.decision.agreement.timers.map { .timerClosed(timer: $0.id, fired: true) })
        let outcomes = try await world.agreements.commit([one.commit, two.commit])
        #expect(outcomes == [.committed, .committed])
    }

    /// One edited event row each, whatever the column.
    static let edits = [
        "type = 'edited'", "actor = 'system:other'", "at = at - interval '1 ms'", "to_state = '{ended}'",
        "from_state = from_state || '{x}'::text[]", "payload = jsonb_set(payload, '{input}', '{\"a\": 1}')",
        "role = 'DG'",
        "payload = payload || '{\"unknown\": 1}'", "delegation = 'x', on_behalf_of = 'somebody'",
        "process = 'life/x'",
        "channel = 'api'", "operator = 'root'", "effective_on = '2020-01-01'", "request_id = 'other'",
        "workflow = 'lia@2016.2'", "doc_hashes = '{00}'", "on_behalf_of = 'somebody'",
        "prev_hash = repeat('0', 64)", "hash = repeat('1', 64)", "seq = 99", "stream = 'other'",
        "xid = '3'", "seal = repeat('2', 64)",
    ]

    @Test("No column of an event is left out of this list")
    func everyColumn() async throws {
        try await World.with { world in
            let columns = try await world.pool.query(
                """
                SELECT attname::text AS name FROM pg_attribute
                WHERE attrelid = 'entente.event'::regclass AND attnum > 0 AND NOT attisdropped
                """
            ).values(String.self, "name")
            let edited = Self.edits.flatMap { $0.matches(of: /([a-z_]+)\s=/).map { String($0.1) } }
            #expect(Set(columns).subtracting(edited).isEmpty)
        }
    }

    @Test(
        "It is red when an event and the jobs stored with it name two transactions",
        arguments: ["agreement", "register"])
    func transaction(of stream: String) async throws {
        try await World.with(checked: false) { world in
            var draft = Draft()
            draft.owe("N20", to: world.anna)
            #expect(try await world.agreements.commit([draft.commit]) == [.committed])
            let measure = Measure(
                id: Measure.ID(UUID()), target: "KR", kind: .screen, from: World.start, legalReference: "R")
            try await world.change(.measureSet(measure: measure))
            #expect(try await AuditVerifier(world.pool).verify().isGreen)
            let place = stream == "register" ? stream : draft.decision.agreement.id.description
            try await world.tamper(
                "UPDATE entente.event SET xid = '3' WHERE stream = '\(place)' AND type IN ('owe', 'measure.set')"
            )
            let findings = try await AuditVerifier(world.pool).verify().findings
            #expect(findings.map(\.kind) == [.transaction])
            #expect(findings.map(\.stream) == [place])
        }
    }

    @Test("It is red after any one edited event row", arguments: edits)
    func edited(edit: String) async throws {
        try await World.with(checked: false) { world in
            try await Self.fill(world)
            try await world.tamper(
                """
                UPDATE entente.event SET \(edit) WHERE (stream, seq) = (
                    SELECT stream, seq FROM audit_v1.stream_event ORDER BY stream DESC, seq DESC
                        LIMIT 1 OFFSET 1)
                """)
            #expect(try await AuditVerifier(world.pool).verify().isGreen == false)
        }
    }

    @Test(
        "It is red after an edited, removed or added row of what follows from events",
        arguments: [
            "UPDATE entente.agreement SET snapshot = jsonb_set(snapshot, '{renewals}', '3')",
            "UPDATE entente.agreement SET state = '{active}'",
            "UPDATE entente.agreement SET legal = 'in_force'",
            "UPDATE entente.task SET role = 'DG'", "DELETE FROM entente.task",
            "UPDATE entente.timer SET due_at = due_at + interval '1 day'", "DELETE FROM entente.assignment",
            "UPDATE entente.role_grant SET role = 'ADM'", "UPDATE entente.person SET active = false",
            "UPDATE entente.call SET closes_at = closes_at + interval '1 day'", "DELETE FROM entente.process",
            "UPDATE entente.erasable_value SET value = '\"Other\"'", "DELETE FROM entente.erasable_value",
            "UPDATE entente.document SET bytes = 'tuxt'", "UPDATE entente.stream SET seq = seq + 1",
            "DELETE FROM entente.event WHERE seq = 2", "DELETE FROM entente.event WHERE stream = 'register'",
            "UPDATE entente.workflow SET sha256 = repeat('b', 64)",
        ])
    func projections(edit: String) async throws {
        try await World.with(checked: false) { world in
            try await Self.fill(world)
            try await world.tamper(edit)
            #expect(try await AuditVerifier(world.pool).verify().isGreen == false)
        }
    }

    @Test("An eliminated value is counted, and all stays green")
    func eliminated() async throws {
        try await World.with { world in
            try await Self.fill(world)
            try await world.pool.execute(
                "UPDATE entente.erasable_value SET salt = NULL, value = NULL, eliminated_at = clock_timestamp()"
            )
            let report = try await AuditVerifier(world.pool).verify()
            #expect(report.isGreen && report.eliminated == 1)
        }
    }

    @Test("The views of the contract have their columns, in order")
    func views() async throws {
        let contract = [
            "agreement": "id tenant workflow wf_version state seq head_hash",
            "event": """
            agreement_id seq type from_state to_state actor on_behalf_of delegation role at xid request_id payload \
            doc_hashes prev_hash hash wf_version
            """,
            "timer": "id agreement_id armed_seq due_at state closed_seq",
            "job": """
            id kind agreement_id event_seq xid recipient message_id state attempts run_at lease_until done_at \
            last_error
            """,
            "grant": "actor role tenant agreement_id valid",
            "delegation": "id grantor grantee role scope valid revoked_at",
            "idem": "actor key request_hash status event_seq", "doc": "id agreement_id sha256 size",
            "checkpoint": "n at prev events root sig",
        ]
        try await World.with { world in
            for (view, columns) in contract {
                let stored = try await world.pool.query(
                    """
                    SELECT attname::text AS name FROM pg_attribute
                    WHERE attrelid = ('audit_v1.' || quote_ident(\(view)))::regclass AND attnum > 0
                        ORDER BY attnum
                    """
                ).values(String.self, "name")
                #expect(stored.joined(separator: " ").hasPrefix(columns), "\(view)")
            }
        }
    }
}
