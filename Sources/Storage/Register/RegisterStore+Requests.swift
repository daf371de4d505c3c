package import Agreements
import Crypto
import FoundationEssentials
import Postgres

/// A request that is made of several changes, each with an id of its own.
package struct CompoundRequest: Sendable {
    /// Whoever sends it; nil where the operator acts for the institution.
    package var actor: Person.ID?
    package var id: String
    /// What is asked, in one word.
    package var what: String

    package init(actor: Person.ID?, id: String, what: String) {
        self.actor = actor
        self.id = id
        self.what = what
    }

    fileprivate var request: RegisterRequest {
        RegisterRequest(
            actor: actor?.description ?? "system:operator", id: id, fingerprint: SHA256.hexadecimal(what))
    }
}

extension RegisterStore {
    /// What a request of several changes was answered when it first came to its end; nil for one that never did.
    ///
    /// - Throws: ``StorageFault/requestIDReused`` when its id was used for something else; ``PostgresError``.
    package func firstAnswer(to compound: CompoundRequest) async throws -> JSON? {
        let request = try PostgresJSON(of: compound.request)
        let row = try await pool.one(
            SQL("register.first", "SELECT outcome, answer FROM entente.earlier_answer(\(request))").readOnly()
        )
        switch try row.decode(String?.self, "outcome") {
        case "answered": return try row.json(JSON.self, "answer")
        case nil: return nil
        default: throw StorageFault.requestIDReused
        }
    }

    /// Keeps the answer to a request of several changes; that of another arrival at the same time stays.
    package func keep(_ answer: JSON, of compound: CompoundRequest) async throws {
        let request = compound.request
        try await pool.execute(
            """
            INSERT INTO entente.request (actor, id, fingerprint, answer, stream)
            VALUES (\(request.actor), \(request.id), \(request.fingerprint), \(PostgresJSON(answer.canonical)),
                'register')
            ON CONFLICT DO NOTHING
            """)
    }

    /// Whom a request erased; nil for one that erased nobody.
    package func erased(by request: String, of actor: Person.ID?) async throws -> Person.ID? {
        let row = try await pool.oneOrNone(
            SQL(
                "register.erased",
                """
                SELECT (e.payload #>> '{register,personErased,person}')::uuid AS person
                FROM entente.request r JOIN entente.event e ON e.stream = r.stream AND e.seq = r.seq
                WHERE r.actor = \(actor?.description ?? "system:operator") AND r.id = \(request)
                    AND e.type = 'person.erased'
                """
            ).readOnly())
        return try row?.decode(Person.ID?.self, "person")
    }
}
