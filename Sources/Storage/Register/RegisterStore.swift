package import Agreements
import Crypto
package import Engine
import FoundationEssentials
package import Postgres

/// The register and the calls: one event for each change, on a chain of its own, and the tables that follow
/// from it.
package struct RegisterStore: Sendable {
    /// The rules: the change to record, or a thrown refusal.
    ///
    /// It is called while the rows concerned are locked.
    package typealias Decide = @Sendable (RegisterCommand, Facts) throws -> RegisterChange

    let pool: Pool
    private let institution: String
    private let salt: @Sendable () -> [UInt8]

    /// A store for the institution of the database, over connections that may do what `entente_engine` may.
    ///
    /// - Parameter salt: 16 random bytes, for what is kept apart from an event.
    package init(_ pool: Pool, salt: @escaping @Sendable () -> [UInt8]) async throws {
        self.pool = pool
        self.salt = salt
        institution = try await InstitutionStore(pool).load().id
    }

    /// Decides and records one change; a request that arrives again gets its first answer, and so does this
    /// one when the reply to it was lost.
    ///
    /// The people concerned are locked before the facts are read and legal time is taken, so that a decision
    /// on an agreement that read their earlier authority is stale from then on.
    /// - Parameter sources: the files of a published workflow, by name.
    /// - Throws: what `decide` throws; ``StorageFault``; ``PostgresError``. Unless it is `outcomeUnknown`,
    ///   nothing is recorded then.
    @discardableResult
    package func apply(
        _ command: RegisterCommand, sources: [String: String]? = nil,
        decide: @escaping Decide = { try Register.decide($0, facts: $1) }
    ) async throws -> RegisterAnswer {
        try await recorded(command, sources, decide).answer
    }

    private func recorded(
        _ command: RegisterCommand, _ sources: [String: String]?, _ decide: @escaping Decide
    ) async throws -> (answer: RegisterAnswer, isRepeated: Bool) {
        try await Resending.run { try await record(command, sources, decide, isWitnessed: $0) }
    }

    private func record(
        _ command: RegisterCommand, _ sources: [String: String]?, _ decide: @escaping Decide,
        isWitnessed: Bool
    ) async throws -> (answer: RegisterAnswer, isRepeated: Bool) {
        try await pool.withTransaction { transaction in
            let writer = RegisterWriter(transaction: transaction, institution: institution)
            let head = try await writer.lockStream(of: command.change)
            if isWitnessed { try await writer.witness() }
            let request = try Self.request(of: command)
            if let answer = try await RegisterWriter.earlierAnswer(request, in: transaction) {
                return (answer, true)
            }
            let people = try await writer.people(of: command.change)
            let facts = try await writer.lockAndRead(people, for: command)
            let contact = command.contact.map { SaltedContact($0, salt: salt()) }
            let change = try decide(command, facts).naming(contact)
            let answer = try await writer.record(
                change, of: command, contact, request, head, at: max(facts.now, head.lastAt ?? facts.now),
                people,
                sources)
            return (answer, false)
        }
    }

    /// Whether the same request was recorded before.
    ///
    /// - Throws: ``StorageFault/requestIDReused`` when its id was used for something else; ``PostgresError``.
    package func isRecorded(_ command: RegisterCommand) async throws -> Bool {
        try await RegisterWriter.earlierAnswer(try Self.request(of: command), in: pool) != nil
    }

    /// The engine's port, with the rules of ``Register``.
    package var book: RegisterBook {
        RegisterBook { command in
            let (answer, isRepeated) = try await recorded(command, nil) { try Register.decide($0, facts: $1) }
            return RegisterRecord(
                receipt: RegisterReceipt(stream: answer.stream, seq: answer.seq), isRepeated: isRepeated)
        }
    }

    /// What the rules of the register read for this command, without locks.
    package func facts(for command: RegisterCommand) async throws -> Facts {
        try await pool.withTransaction(readOnly: true) { transaction in
            let writer = RegisterWriter(transaction: transaction, institution: institution)
            return try await writer.facts(try await writer.people(of: command.change), for: command)
        }
    }

    private static func request(of command: RegisterCommand) throws -> RegisterRequest {
        RegisterRequest(
            actor: command.actor?.description
                ?? (command.operator == nil ? "system:bootstrap" : "system:operator"),
            id: command.requestID,
            fingerprint: SHA256.hexadecimal(try JSON(encoding: command.asked ?? command.change).canonical))
    }
}

/// Whose change, under which id, and what it was.
struct RegisterRequest: Sendable, Encodable {
    var actor: String
    var id: String
    var fingerprint: String
}
