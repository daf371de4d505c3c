import Agreements
import Engine
import Foundation
import Postgres
import Storage
import TestSupport
import Testing

/// Plain SQL as the role that pages and the command line read as.
@Suite("Row security")
struct RowSecurityTests {
    static let tables = [
        "agreement", "event", "document", "process", "assignment", "task", "timer", "notice", "job",
        "erasable_value",
    ]

    /// Two agreements, with a row in every table: one that Bruno is assigned on as `PI_FR`, and another.
    private static func files(_ world: World) async throws -> (own: Agreement.ID, other: Agreement.ID) {
        var ids: [Agreement.ID] = []
        for isOwn in [true, false] {
            var draft = Draft(reference: isOwn ? "LIA-2016-001" : "LIA-2016-002")
            let person = isOwn ? world.bruno : Person.ID(UUID())
            draft.record(
                "assign", isOwn ? [.roleAssigned(assignment: .init(role: "PI_FR", person: person))] : [])
            draft.owe("N04", to: world.anna)
            _ = try await world.agreements.commit([draft.commit])
            ids.append(draft.decision.agreement.id)
            try await world.pool.execute(
                """
                INSERT INTO entente.erasable_value (id, stream, salt, value)
                VALUES (\(UUID()), \(draft.decision.agreement.id.description), \(Data(repeating: 1, count: 16)), '"x"')
                """)
        }
        return (ids[0], ids[1])
    }

    /// How many rows of each table `actor` sees, those with none left out; and which agreements.
    static func seen(
        _ world: World, by actor: String?, login: String? = nil
    ) async throws -> (counts: [String: Int], agreements: Set<Agreement.ID>) {
        let connection = try await Connection.connect(world.database)
        if let login {
            try await connection.execute(SQL("SET SESSION AUTHORIZATION \(identifier: login)").unprepared())
        }
        try await connection.execute(SQL("SET ROLE entente_app").unprepared())
        let all = try await world.pool.query("SELECT id FROM entente.agreement").values(
            Agreement.ID.self, "id")
        let answer = try await connection.withTransaction { transaction in
            if let actor { try await transaction.query("SELECT set_config('entente.actor', \(actor), true)") }
            var counts: [String: Int] = [:]
            for table in tables {
                let count = try await transaction.value(
                    Int.self, "SELECT count(*) FROM entente.\(identifier: table)")
                if count > 0 { counts[table] = count }
            }
            let ids = try await transaction.query("SELECT id FROM entente.agreement")
            let seen = Set(try ids.values(Agreement.ID.self, "id"))
            for file in all { try await ask(of: file, isSeen: seen.contains(file), in: transaction) }
            return (counts, seen)
        }
        await connection.close()
        return answer
    }

    /// What is asked of one file answers what the policies of the tables let through.
    private static func ask(of file: Agreement.ID, isSeen: Bool, in transaction: Transaction) async throws {
        #expect(try await transaction.value(Bool.self, "SELECT entente.sees(\(file))") == isSeen)
        let named = try await transaction.query("SELECT id FROM entente.file_named('', \(file))")
        #expect(try named.values(Agreement.ID.self, "id") == (isSeen ? [file] : []))
        let stream = file.description
        let (events, erasable, documents): (SQL, SQL, SQL) = (
            "SELECT count(*) FROM entente.events_of(\(file))",
            "SELECT count(n) FROM entente.file_named('', \(file)) f, jsonb_object_keys(f.erasable) n",
            "SELECT count(n) FROM entente.file_named('', \(file)) f, jsonb_object_keys(f.documents) n"
        )
        for (asking, policed) in [
            (events, "event e WHERE e.stream"), (erasable, "erasable_value e WHERE e.stream"),
            (documents, "document e WHERE e.agreement::text"),
        ] {
            let asked = try await transaction.value(Int.self, asking)
            let policedCount = try await transaction.value(
                Int.self, "SELECT count(*) FROM entente.\(SQL(stringLiteral: policed)) = \(stream)")
            #expect(asked == policedCount && (isSeen || asked == 0), "\(policed)")
        }
    }

    @Test("Without a name, with none of the register's, and for a stranger there are no rows")
    func nothing() async throws {
        try await World.with { world in
            _ = try await Self.files(world)
            let strangers = [nil, "", "x' OR true", UUID().uuidString.lowercased(), world.anna.description]
            for actor in strangers {
                let seen = try await Self.seen(world, by: actor)
                #expect(seen.counts.isEmpty, "\(actor ?? "no name"): \(seen.counts)")
            }
        }
    }

    @Test("Whoever is assigned on an agreement sees that one, and all of it")
    func assigned() async throws {
        try await World.with { world in
            let files = try await Self.files(world)
            let seen = try await Self.seen(world, by: world.bruno.description)
            #expect(seen.agreements == [files.own])
            let whole = try await Self.seen(world, by: "*")
            #expect(Set(whole.counts.keys) == Set(Self.tables.filter { $0 != "document" }))
            #expect(
                seen.counts["event"] == 3 && seen.counts["task"] == 1 && seen.counts["erasable_value"] == 1)
        }
    }

    @Test(
        "A role shows what its scope covers, unless an assignment gives it to others; the office sees everything",
        arguments: [
            ("PI_FR", "unit:U1151", 1), ("DU", "unit:U1151", 2), ("DU", "unit:U2000", 0),
            ("PART", "party:snu", 2),
            ("PART", "party:kyoto", 0), ("COPIL", "instrument:LIA", 2), ("INT", "*", 2), ("AUD", "*", 2),
            // An expert sees the files that they are asked about, and no other.
            ("EXP", "*", 0),
        ])
    func granted(role: String, scope: String, count: Int) async throws {
        try await World.with { world in
            let files = try await Self.files(world)
            let grant = try await world.grant(role, to: world.anna, scope: Scope(scope))
            let seen = try await Self.seen(world, by: world.anna.description)
            #expect(seen.agreements.count == count)
            if count == 1 { #expect(seen.agreements == [files.other]) }
            try await world.change(.grantEnded(grant: grant.id, until: World.start))
            #expect(try await Self.seen(world, by: world.anna.description).counts.isEmpty)
        }
    }

    @Test("A delegation shows what its grantor holds, no more, and no longer; of one who is assigned, too")
    func delegated() async throws {
        try await World.with { world in
            let files = try await Self.files(world)
            let grant = try await world.grant("AUD", to: world.bruno, scope: .agreement(files.other))
            for role in ["AUD", "PI_FR"] {
                try await world.change(
                    .delegated(
                        delegation: Delegation(
                            id: Delegation.ID(UUID()), grantor: world.bruno, grantee: world.anna, role: role,
                            scope: .everything, from: World.start)))
            }
            let seen = try await Self.seen(world, by: world.anna.description)
            #expect(seen.agreements == [files.own, files.other])
            try await world.change(.grantEnded(grant: grant.id, until: World.start))
            #expect(try await Self.seen(world, by: world.anna.description).agreements == [files.own])
        }
    }

    @Test("Whom a file names in an office sees it while in the office; then everybody who is in it does")
    func office() async throws {
        try await World.with { world in
            var draft = Draft()
            draft.record("assign", [.roleAssigned(assignment: .init(role: "DU", person: world.bruno))])
            _ = try await world.agreements.commit([draft.commit])
            let grant = try await world.grant("DU", to: world.bruno, scope: .unit("U1151"))
            _ = try await world.grant("DU", to: world.anna, scope: .unit("U1151"))
            #expect(try await Self.seen(world, by: world.bruno.description).agreements.count == 1)
            #expect(try await Self.seen(world, by: world.anna.description).agreements.isEmpty)
            try await world.change(.grantEnded(grant: grant.id, until: World.start))
            #expect(try await Self.seen(world, by: world.bruno.description).agreements.isEmpty)
            #expect(try await Self.seen(world, by: world.anna.description).agreements.count == 1)
        }
    }

    @Test(
        "A mandate over what was merged shows nothing of it; a delegation that names it shows what its grantor holds"
    )
    func merged() async throws {
        try await World.with { world in
            _ = try await world.agreements.commit([Draft().commit])
            _ = try await world.grant("DU", to: world.anna, scope: .unit("U1151"))
            #expect(try await Self.seen(world, by: world.anna.description).agreements.count == 1)
            for (from, into) in [("U1151", "U2"), ("U2", "U3")] {
                let merger = Succession(kind: .unit, from: from, into: into, on: PeopleOverTimeTests.day)
                try await world.change(.succeeded(succession: merger))
            }
            #expect(try await Self.seen(world, by: world.anna.description).counts.isEmpty)
            _ = try await world.grant("DU", to: world.bruno, scope: .unit("U3"))
            #expect(try await Self.seen(world, by: world.bruno.description).agreements.count == 1)
            for scope in [Scope.unit("U2"), .unit("U1151")] {
                try await world.change(
                    .delegated(
                        delegation: Delegation(
                            id: Delegation.ID(UUID()), grantor: world.bruno, grantee: world.anna, role: "DU",
                            scope: scope, from: World.start)))
                #expect(try await Self.seen(world, by: world.anna.description).agreements.count == 1)
            }
        }
    }

    @Test("A grant for one agreement shows that one; who is disabled sees nothing")
    func ownAgreement() async throws {
        try await World.with { world in
            let files = try await Self.files(world)
            _ = try await world.grant("AUD", to: world.anna, scope: .agreement(files.other))
            #expect(try await Self.seen(world, by: world.anna.description).agreements == [files.other])
            try await world.change(.personDisabled(person: world.anna))
            #expect(try await Self.seen(world, by: world.anna.description).counts.isEmpty)
        }
    }

    @Test("Everything at once is for a login that may act as the engine only")
    func everything() async throws {
        try await World.with { world in
            let files = try await Self.files(world)
            #expect(try await Self.seen(world, by: "*").agreements == [files.own, files.other])
            #expect(try await Self.seen(world, by: "*", login: "entente_app").counts.isEmpty)
        }
    }

    @Test("The name ends with the transaction, and the catalogue reads with the eyes of its reader")
    func catalogue() async throws {
        try await World.with { world in
            let files = try await Self.files(world)
            try await world.asRole("entente_app") { pool in
                let catalogue = Catalogue(pool)
                #expect(try await catalogue.agreements().count == 2)
                let own = catalogue.seen(by: .person(world.bruno))
                #expect(try await own.agreements().map(\.id) == [files.own])
                #expect(try await own.agreement(files.other) == nil)
                #expect(try await catalogue.seen(by: .nobody).agreements().isEmpty)
                let left = try await pool.value(Int.self, "SELECT count(*) FROM entente.agreement")
                #expect(left == 0)
                await #expect(throws: PostgresError.self) {
                    try await pool.query("SELECT * FROM audit_v1.agreement")
                }
            }
        }
    }

    @Test("The engine records no event of an actor that the register does not know")
    func actor() async throws {
        try await World.with { world in
            try await world.asRole("entente_engine") { pool in
                let store = try await PostgresAgreementStore(pool)
                var known = Draft()
                known.record("act", [], actor: world.anna.description)
                #expect(try await store.commit([known.commit]) == [.committed])
                var unknown = Draft()
                unknown.record("act", [], actor: UUID().uuidString.lowercased())
                let error = await #expect(throws: PostgresError.self) {
                    try await store.commit([unknown.commit])
                }
                #expect(error?.kind == .insufficientPrivilege)
            }
        }
    }
}
