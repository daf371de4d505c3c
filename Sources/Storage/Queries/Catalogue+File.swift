package import Agreements
import Postgres

/// What is kept of one file beside what its events fold to.
package struct KeptFile: Sendable {
    /// What happened, in order, as people are told: without what rules read, what notices were owed, and what was noted of
    /// processes, tasks and timers.
    package var events: [Event]
    /// The erasable values that are still there.
    package var values: [Identifier<ErasableValue>: JSON]
    /// What the documents are called that are still there.
    package var fileNames: [Document.ID: String]
}

extension Catalogue {
    /// The file of an id, a reference or a register number, with the roles that the reader has on it; nil where there is none
    /// that they may see.
    package func file(named name: String) async throws -> (id: Agreement.ID, roles: Set<String>)? {
        let row = try await pool.oneOrNone(
            SQL(
                "file.named",
                "SELECT id, roles FROM entente.file_named(\(name), \(Agreement.ID(name)))"
            ).readOnly())
        return try row.map { (try $0["id"], Set(try $0.decode([String].self, "roles"))) }
    }

    /// What is kept of a file, in one round trip; nothing of one that the reader may not see.
    ///
    /// Each part is as of its own statement: what is added meanwhile may be in a later part only.
    package func kept(of file: Agreement.ID) async throws -> KeptFile {
        let rows = try await pool.pipeline(
            [
                SQL(
                    "file.events",
                    "SELECT \(Event.columns(payload: "entente.told(e.payload)")) FROM entente.events_of(\(file)) e"
                ).readOnly(),
                SQL("file.values", "SELECT id, value FROM entente.values_of(\(file))").readOnly(),
                SQL("file.documents", "SELECT id, file_name FROM entente.document_names_of(\(file))")
                    .readOnly(),
            ], timeLimit: nil)
        return KeptFile(
            events: try rows[0].map { try Event(row: $0) },
            values: Dictionary(
                try rows[1].map { (try $0["id"], try $0.json("value")) }, uniquingKeysWith: { $1 }),
            fileNames: Dictionary(
                try rows[2].map { (try $0["id"], try $0["file_name"]) }, uniquingKeysWith: { $1 }))
    }

    /// What some people are called; those whose name was eliminated are left out.
    package func names(of people: Set<Person.ID>) async throws -> [Person.ID: String] {
        let ids = people.map(\.description).sorted().joined(separator: ",")
        let rows = try await pool.query(
            SQL(
                "person.names",
                """
                SELECT id, name FROM entente.person
                WHERE id = ANY (string_to_array(\(ids)::text, ',')::uuid[]) AND name IS NOT NULL
                """
            ).readOnly())
        return Dictionary(try rows.map { (try $0["id"], try $0["name"]) }, uniquingKeysWith: { $1 })
    }
}
