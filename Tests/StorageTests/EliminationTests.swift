import Agreements
import Engine
import Foundation
import Postgres
import Storage
import Testing

@Suite("Elimination")
struct EliminationTests {
    @Test("The engine's role deletes what an event names, in its transaction; the audit counts it")
    func eliminates() async throws {
        try await World.with { world in
            let file = try await Self.file(world)
            try await world.asRole("entente_engine") { pool in
                let store = try await PostgresAgreementStore(pool)
                var draft = Draft(on: file.agreement)
                draft.record(
                    "values_eliminated", [.eliminated(values: [file.value], documents: [file.document])])
                #expect(try await store.commit([draft.commit]) == [.committed])
                var query = SnapshotQuery(agreement: file.agreement.id)
                query.wantsErasable = true
                let stock = try await store.snapshot(query).facts.erasable
                #expect(stock.values.isEmpty && stock.goneValues == [file.value])
                #expect(stock.documents.isEmpty && stock.goneDocuments == [file.document])
            }
            #expect(try await Self.remains(world) == 0)
            let report = try await AuditVerifier(world.pool).verify()
            #expect(report.findings == [])
            #expect(report.eliminated == 2)
        }
    }

    @Test(
        "Without an event nothing can be deleted by the engine's role",
        arguments: [
            "UPDATE entente.erasable_value SET salt = NULL, value = NULL, eliminated_at = now()",
            "DELETE FROM entente.erasable_value", "DELETE FROM entente.document",
            "UPDATE entente.document SET bytes = NULL, eliminated_at = now()",
        ])
    func refused(attempt: String) async throws {
        try await World.with { world in
            _ = try await Self.file(world)
            try await world.pool.withConnection { connection in
                try await connection.execute(script: "SET ROLE entente_engine", name: "role")
                let error = await AppendOnlyTests.failure {
                    try await connection.execute(script: attempt, name: "attempt")
                }
                #expect(error?.sqlState == "42501")
                try await connection.execute(
                    script: "SELECT entente.eliminate(id, seq) FROM entente.agreement", name: "call")
                try await connection.execute(script: "RESET ROLE", name: "role")
            }
            #expect(try await Self.remains(world) == 2)
        }
    }

    private struct File {
        var agreement: Agreement
        var value: Identifier<ErasableValue>
        var document: Document.ID
    }

    private static func file(_ world: World) async throws -> File {
        var draft = Draft()
        let value = ErasableValue(id: Identifier(UUID()), salt: Array(repeating: 7, count: 16), value: "Berg")
        let bytes = Array("text".utf8)
        let document = Document(
            id: Document.ID(UUID()), kind: "text", version: 1, language: "fr",
            sha256: ErasableValue.hash(of: bytes), saltedHash: nil, size: bytes.count, addedAt: World.start)
        draft.decision.values = [value]
        draft.decision.documents = [.init(id: document.id, fileName: "a.txt", salt: [], bytes: bytes)]
        draft.record(
            "edit",
            [
                .dossier(fields: ["title": ValueReference(id: value.id, hash: value.hash)]),
                .documentAdded(document: document),
            ])
        #expect(try await world.agreements.commit([draft.commit]) == [.committed])
        return File(agreement: draft.decision.agreement, value: value.id, document: document.id)
    }

    /// How many values and documents are there.
    private static func remains(_ world: World) async throws -> Int {
        try await world.pool.value(
            Int.self,
            """
            SELECT (SELECT count(*) FROM entente.erasable_value WHERE value IS NOT NULL OR salt IS NOT NULL)
                + (SELECT count(*) FROM entente.document WHERE bytes IS NOT NULL OR salt IS NOT NULL
                    OR file_name IS NOT NULL)
            """)
    }
}
