import Agreements
import FoundationEssentials
import Postgres

/// The steps of recording one change of the register, within one transaction.
struct RegisterWriter: Sendable {
    let transaction: Transaction
    let institution: String

    /// The end of a stream's chain.
    struct Head: Sendable {
        var seq: Int
        var hash: String
        var lastAt: Instant?
    }

    /// Locks the stream: its changes are recorded one after another.
    ///
    /// A call's stream begins with its opening.
    func lockStream(of change: RegisterChange) async throws -> Head {
        let stream = change.stream
        if case .callOpened = change {
            try await transaction.execute(
                """
                INSERT INTO entente.stream (stream, head_hash)
                VALUES (\(stream), \(Event.genesis(stream: stream, institution: institution)))
                    ON CONFLICT DO NOTHING
                """)
        }
        let row = try await transaction.oneOrNone(
            "SELECT seq, head_hash, last_at FROM entente.stream WHERE stream = \(stream) FOR UPDATE")
        guard let row else { throw StorageFault.noSuch("call") }
        return Head(seq: try row["seq"], hash: try row["head_hash"], lastAt: try row["last_at"])
    }

    /// Writes something, so that the commit waits for a standby even when nothing changes.
    func witness() async throws {
        try await transaction.query("SELECT pg_logical_emit_message(true, 'entente', 'witness')")
    }

    static func earlierAnswer(_ request: RegisterRequest, in database: some Querying) async throws
        -> RegisterAnswer?
    {
        let request = try PostgresJSON(of: request)
        let row = try await database.one(
            SQL("register.earlier", "SELECT outcome, answer FROM entente.earlier_answer(\(request))")
                .readOnly())
        switch try row.decode(String?.self, "outcome") {
        case "answered": return try row.json(RegisterAnswer.self, "answer")
        case nil: return nil
        default: throw StorageFault.requestIDReused
        }
    }

    /// The people whose authority the change touches, those behind a grant, a delegation or a merger included.
    func people(of change: RegisterChange) async throws -> [Person.ID] {
        switch change {
        case .grantEnded(let id, _):
            return try await found(
                "grant", "SELECT ARRAY[person] AS people FROM entente.role_grant WHERE id = \(id)")
        case .delegationRevoked(let id, _):
            return try await found(
                "delegation",
                "SELECT ARRAY[grantor, grantee] AS people FROM entente.delegation WHERE id = \(id)")
        case .absenceEnded(let id, _):
            return try await found(
                "absence", "SELECT ARRAY[person] AS people FROM entente.absence WHERE id = \(id)")
        case .succeeded(let succession): return try await holders(over: succession.scope)
        case .successionUndone(let succession): return try await holders(over: succession.successor)
        case .personAdded, .personDisabled, .personErased, .organisationAdded, .granted, .delegated,
            .measureSet,
            .measureEnded, .absenceSet, .callOpened, .callExtended, .workflowPublished,
            .mailsEliminated, .accessEliminated, .subscribed, .unsubscribed:
            return change.people
        }
    }

    private func holders(over scope: Scope) async throws -> [Person.ID] {
        try await found(
            "succession",
            """
            SELECT coalesce(array_agg(DISTINCT person), '{}') AS people FROM entente.role_grant
            WHERE scope = \(scope.description)
            """)
    }

    private func found(_ what: String, _ statement: SQL) async throws -> [Person.ID] {
        guard let row = try await transaction.oneOrNone(statement) else { throw StorageFault.noSuch(what) }
        return try row["people"]
    }

    /// The facts, of rows that nobody changes before the transaction ends.
    ///
    /// The agreements of a call that is to be extended are locked too: none enters the ranking meanwhile.
    func lockAndRead(_ people: [Person.ID], for command: RegisterCommand) async throws -> Facts {
        try await transaction.query(
            "SELECT id FROM entente.person WHERE id = ANY (\(people)) ORDER BY id FOR UPDATE")
        if case .callExtended(let id, _) = command.change {
            try await transaction.query(
                "SELECT id FROM entente.agreement WHERE call = \(id) ORDER BY id FOR UPDATE")
        }
        return try await facts(people, for: command)
    }

    func facts(_ people: [Person.ID], for command: RegisterCommand) async throws -> Facts {
        let named = (people + [command.actor].compactMap(\.self)).map { JSON.string($0.description) }
        var query: [String: JSON] = ["people": .array(named)]
        switch command.change {
        case .grantEnded(let id, _): query["grant"] = .text(id)
        case .delegationRevoked(let id, _): query["delegation"] = .text(id)
        case .callExtended(let id, _): query["call"] = .text(id)
        default: break
        }
        query["country"] = .text(command.change.country)
        let text = try await transaction.value(
            PostgresJSON.self, "SELECT entente.register_facts(\(PostgresJSON(JSON.object(query).canonical)))")
        let document = try JSONText.read(SnapshotDocument.self, text.text)
        guard let institution = document.institution else { throw StorageFault.noInstitution }
        var facts = try document.facts(institution)
        if case .callExtended(let id, _) = command.change, try await rankingBegan(in: id) {
            facts.rankedCalls = [id]
        }
        return facts
    }

    private func rankingBegan(in call: Call.ID) async throws -> Bool {
        try await transaction.query("SELECT snapshot FROM entente.agreement WHERE call = \(call)")
            .contains { try $0.json(Agreement.self, "snapshot").rankingBegan }
    }
}
