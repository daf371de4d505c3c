import Agreements
import Engine
import FoundationEssentials
import Postgres

extension RegisterWriter {
    func record(
        _ change: RegisterChange, of command: RegisterCommand, _ contact: SaltedContact?,
        _ request: RegisterRequest, _ head: Head, at instant: Instant, _ people: [Person.ID],
        _ sources: [String: String]?
    ) async throws -> RegisterAnswer {
        let event = try Self.event(change, command, request, head, instant)
        let answer = RegisterAnswer(stream: event.stream, seq: event.seq, at: event.at, hash: event.hash)
        try await append(event, head)
        try await project(change, event, contact, sources)
        try await transaction.execute(
            "UPDATE entente.person SET authority = authority + 1 WHERE id = ANY (\(people))")
        try await transaction.execute(
            """
            INSERT INTO entente.request (actor, id, fingerprint, answer, stream, seq)
            VALUES (\(request.actor), \(request.id), \(request.fingerprint), \(try PostgresJSON(of: answer)),
                \(event.stream), \(event.seq))
            """)
        try await owe(change, answer)
        try await transaction.query("SELECT pg_notify('entente_work', '')")
        return answer
    }

    /// What a change means to agreements is owed in the same transaction: a job tells them.
    private func owe(_ change: RegisterChange, _ answer: RegisterAnswer) async throws {
        guard let (event, audience) = change.told else { return }
        var payload = audience.payload
        payload["event"] = .string(event)
        payload["stream"] = .string(answer.stream)
        payload["seq"] = .integer(Int64(answer.seq))
        try await transaction.execute(
            """
            INSERT INTO entente.job (kind, key, payload)
            VALUES ('tell', \("\(answer.stream)/\(answer.seq)"), \(JSON.object(payload).canonical))
            """)
    }

    private static func event(
        _ change: RegisterChange, _ command: RegisterCommand, _ request: RegisterRequest, _ head: Head,
        _ instant: Instant
    ) throws -> Event {
        try Event(
            stream: change.stream, seq: head.seq + 1, process: "", type: change.eventType, fromState: [],
            toState: [],
            authority: Authority(actor: request.actor, channel: command.channel, operator: command.operator),
            at: instant, effectiveOn: nil, requestID: command.requestID, workflow: "",
            payload: Payload(register: change), documentHashes: [], previousHash: head.hash
        ).sealed()
    }

    private func append(_ event: Event, _ head: Head) async throws {
        let events = PostgresJSON(JSON.array([try event.row()]).canonical)
        try await transaction.query(
            "SELECT entente.append_events(\(events), \(head.seq), \(head.hash), \(head.lastAt))")
        try await transaction.execute(
            """
            UPDATE entente.stream SET seq = \(event.seq), head_hash = \(event.hash), last_at = \(event.at),
                head_seal = entente.seal_of(stream, \(event.seq))
            WHERE stream = \(event.stream)
            """)
    }

    private func project(
        _ change: RegisterChange, _ event: Event, _ contact: SaltedContact?, _ sources: [String: String]?
    ) async throws {
        let rows = try await transaction.execute(try statement(for: change, event, contact, sources))
        guard rows == 1 else { throw StorageFault.noSuch(String(change.eventType.prefix { $0 != "." })) }
    }

    private func statement(
        for change: RegisterChange, _ event: Event, _ contact: SaltedContact?, _ sources: [String: String]?
    ) throws -> SQL {
        let seq = event.seq
        return switch change {
        case .personAdded(let person): add(person, contact, seq)
        case .personDisabled(let id):
            """
            UPDATE entente.person SET active = false, left_at = coalesce(left_at, \(event.at)) WHERE id = \(id)
            """
        case .personErased: "SELECT entente.erase_person(\(seq))"
        case .organisationAdded(let organisation): put(organisation, seq)
        case .granted(let grant): add(grant, seq)
        case .grantEnded(let id, let until):
            "UPDATE entente.role_grant SET valid_until = \(until), ended_seq = \(seq) WHERE id = \(id)"
        case .delegated(let delegation): add(delegation, seq)
        case .delegationRevoked(let id, let instant):
            "UPDATE entente.delegation SET revoked_at = \(instant), revoked_seq = \(seq) WHERE id = \(id)"
        case .measureSet(let measure): add(measure, seq)
        case .measureEnded(let id, let until):
            "UPDATE entente.measure SET valid_until = \(until), ended_seq = \(seq) WHERE id = \(id)"
        case .absenceSet(let absence): add(absence, seq)
        case .absenceEnded(let id, let until):
            "UPDATE entente.absence SET last_day = \(until), ended_seq = \(seq) WHERE id = \(id)"
        case .succeeded(let succession): add(succession, seq)
        case .successionUndone(let succession):
            """
            UPDATE entente.succession_entry SET undone_seq = \(seq)
            WHERE kind = \(succession.kind.rawValue) AND code = \(succession.from) AND undone_seq IS NULL
            """
        case .callOpened(let call): add(call)
        case .callExtended(let id, let closesAt):
            "UPDATE entente.call SET closes_at = \(closesAt) WHERE id = \(id)"
        case .mailsEliminated: "SELECT entente.eliminate_mails(\(seq))"
        case .accessEliminated: "SELECT entente.eliminate_access(\(seq))"
        case .subscribed(let person, let instruments): subscribe(person, to: instruments, seq)
        case .unsubscribed(let person, let instruments): unsubscribe(person, from: instruments, seq)
        case .workflowPublished(let workflow, let version, let sha256):
            """
            INSERT INTO entente.workflow (id, version, sources, sha256, published_at, seq)
            VALUES (\(workflow), \(version), \(try PostgresJSON(of: sources ?? [:])), \(sha256), \(event.at),
                \(seq))
            """
        }
    }
}

extension Audience {
    /// Its member in the payload of a job that tells it.
    fileprivate var payload: [String: JSON] {
        switch self {
        case .call(let call): ["call": .string(call.description)]
        case .citing(let agreement): ["citing": .string(agreement.description)]
        case .measure(let measure): ["measure": .string(measure.description)]
        case .delegation(let delegation): ["delegation": .string(delegation.description)]
        case .grant(let grant): ["grant": .string(grant.description)]
        case .person(let person): ["person": .string(person.description)]
        }
    }
}
