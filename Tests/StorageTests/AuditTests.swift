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
            #expect(report.events == 12)
        }
    }

    /// Two agreements of two and three events, a call, a grant; a value, a document, a notice, an answered request.
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
        var two = Draft(reference: "LIA-2017-001")
        two.request = RequestKey(actor: "system:test", id: "r", fingerprint: "f")
        two.owe("N20", to: world.anna)
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

    @Test(
        "It is red after any edit of how a person is called, of a value that no event names, of a published file",
        arguments: [
            "UPDATE entente.person SET name = 'Mallory' WHERE name = 'Anna Berg'",
            "UPDATE entente.person SET email = 'mallory@lab.example' WHERE name = 'Anna Berg'",
            "UPDATE entente.person SET os_user = 'mallory' WHERE name = 'Bruno Caro'",
            "UPDATE entente.person SET salt = decode(repeat('00', 16), 'hex')",
            "UPDATE entente.person SET contact_hash = NULL",
            "UPDATE entente.person SET name = NULL WHERE name = 'Anna Berg'",
            """
            INSERT INTO entente.erasable_value (id, stream, salt, value)
                SELECT gen_random_uuid(), stream, salt, '"Mallory"' FROM entente.erasable_value
            """,
            "UPDATE entente.workflow SET sources = '[1]'",
        ])
    func unnamed(edit: String) async throws {
        try await World.with(checked: false) { world in
            try await Self.fill(world)
            try await world.tamper(edit)
            let findings = try await AuditVerifier(world.pool).verify().findings
            #expect(!findings.isEmpty && findings.allSatisfy { [.content, .projection].contains($0.kind) })
        }
    }

    @Test("A value that is kept twice, as an act of two transitions once was, says nothing new")
    func keptTwice() async throws {
        try await World.with(checked: false) { world in
            try await Self.fill(world)
            try await world.tamper(
                """
                INSERT INTO entente.erasable_value (id, stream, salt, value)
                    SELECT gen_random_uuid(), stream, salt, value FROM entente.erasable_value
                """)
            #expect(try await AuditVerifier(world.pool).verify().findings == [])
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
            "UPDATE entente.workflow SET published_at = published_at - interval '1 ms'",
            "UPDATE entente.workflow SET sources = '{\"lia.yaml\": \"workflow: lea\"}'",
            "UPDATE entente.role_grant SET seq = 1", "UPDATE entente.person SET seq = seq + 100",
            """
            INSERT INTO entente.document (id, agreement, seq, kind, version, size, sha256, added_at, bytes, salt, file_name)
            SELECT gen_random_uuid(), agreement, seq, kind, 2, size, sha256, added_at, bytes, salt, file_name
            FROM entente.document
            """,
            "UPDATE entente.document SET eliminated_at = now(), bytes = NULL, salt = NULL, file_name = NULL",
            "UPDATE entente.erasable_value SET eliminated_at = now(), value = NULL, salt = NULL",
            "UPDATE entente.agreement SET head_seal = NULL", "UPDATE entente.counter SET value = 7",
            "DELETE FROM entente.counter", "DELETE FROM entente.request WHERE stream <> 'register'",
            "UPDATE entente.request SET answer = '{}'", "DELETE FROM entente.job",
            "DELETE FROM entente.notice", "UPDATE entente.job SET message_id = '<x@y>'",
            "UPDATE entente.notice SET to_address = 'other@lab.example'",
        ])
    func projections(edit: String) async throws {
        try await World.with(checked: false) { world in
            try await Self.fill(world)
            try await world.tamper(edit)
            #expect(try await AuditVerifier(world.pool).verify().isGreen == false)
        }
    }

    @Test("It is red after the last event's transaction and seal were written anew together")
    func sealed() async throws {
        for place in [
            "stream = 'register' AND seq = 2",
            "(stream, seq) IN (SELECT id::text, seq FROM entente.agreement)",
        ] {
            try await World.with(checked: false) { world in
                try await Self.fill(world)
                try await world.tamper(
                    """
                    UPDATE entente.event e SET xid = '12345',
                        seal = entente.event_seal(hash, '12345', entente.seal_of(stream, seq - 1))
                    WHERE \(place)
                    """)
                let findings = try await AuditVerifier(world.pool).verify().findings
                #expect(!findings.isEmpty && findings.allSatisfy { [.transaction, .head].contains($0.kind) })
            }
        }
    }

    @Test("No column of what follows from events is left out, compared or not")
    func everyColumnOfProjections() async throws {
        try await World.with { world in
            for table in AuditedTable.all {
                let stored = try await world.pool.query(
                    """
                    SELECT attname::text AS name FROM pg_attribute
                    WHERE attrelid = ('entente.' || \(table.name))::regclass AND attnum > 0 AND NOT attisdropped
                    """
                ).values(String.self, "name")
                #expect(stored.sorted() == (table.columns + table.others.keys).sorted(), "\(table.name)")
            }
        }
    }

    static let compared = AuditedTable.all.flatMap { table in table.columns.map { (table.name, $0) } }

    @Test("It is red after any one edited column that events decide", arguments: compared)
    func edited(table: String, column: String) async throws {
        try await World.with(checked: false) { world in
            try await Self.fill(world)
            try await world.tamper(Self.edit(of: column, in: table))
            #expect(try await AuditVerifier(world.pool).verify().isGreen == false)
        }
    }

    /// Gives one row of a table another value in one column, whatever the table's rules say.
    private static func edit(of column: String, in table: String) -> String {
        """
        DO $$
        DECLARE
            rule record;
            kind text;
        BEGIN
            FOR rule IN SELECT conname FROM pg_constraint
                WHERE conrelid = 'entente.\(table)'::regclass AND contype = 'c'
            LOOP EXECUTE format('ALTER TABLE entente.\(table) DROP CONSTRAINT %I', rule.conname); END LOOP;
            ALTER TABLE entente.\(table) DISABLE TRIGGER ALL;
            SELECT format_type(atttypid, atttypmod) INTO kind FROM pg_attribute
            WHERE attrelid = 'entente.\(table)'::regclass AND attname = '\(column)';
            EXECUTE format('UPDATE entente.\(table) SET \(column) = %s
                WHERE ctid = (SELECT ctid FROM entente.\(table) LIMIT 1)', CASE kind
                WHEN 'uuid' THEN 'gen_random_uuid()' WHEN 'boolean' THEN 'NOT \(column)'
                WHEN 'bigint' THEN 'coalesce(\(column), 0) + 1' WHEN 'integer' THEN '\(column) + 1'
                WHEN 'date' THEN 'coalesce(\(column), ''2000-01-01'') + 1'
                WHEN 'text[]' THEN '\(column) || ARRAY[''x'']'
                WHEN 'timestamp with time zone' THEN 'coalesce(\(column), now()) + interval ''1 hour'''
                ELSE 'coalesce(\(column), '''') || ''x''' END);
        END $$
        """
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
