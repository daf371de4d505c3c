package import Agreements
import Postgres

/// What is kept of one file beside what its events fold to and the events themselves.
package struct KeptFile: Sendable {
    package var id: Agreement.ID
    /// The roles that the reader has on it.
    package var roles: Set<String>
    /// The erasable values that are still there.
    package var values: [Identifier<ErasableValue>: JSON]
    /// What the documents are called that are still there.
    package var fileNames: [Document.ID: String]
}

extension Catalogue {
    /// The file of an id, a reference or a register number, with what is kept of it; nil where there is none that the reader
    /// may see.
    package func file(named name: String) async throws -> KeptFile? {
        let row = try await pool.oneOrNone(
            SQL(
                "file.named",
                """
                SELECT id, roles, erasable, documents
                FROM entente.file_named(\(name), \(Agreement.ID(name)))
                """
            ).readOnly())
        return try row.map { row in
            KeptFile(
                id: try row["id"], roles: Set(try row.decode([String].self, "roles")),
                values: try row.jsonByID("erasable") { $0 },
                fileNames: try row.jsonByID("documents", \.text))
        }
    }

    /// What happened in a file, in order, as people are told: without what rules read, what notices were owed, and what was
    /// noted of processes, tasks and timers; nothing of one that the reader may not see.
    package func events(toldOf file: Agreement.ID) async throws -> [Event] {
        let rows = try await pool.query(
            SQL(
                "file.events",
                "SELECT \(Event.columns(payload: "entente.told(e.payload)")) FROM entente.events_of(\(file)) e"
            ).readOnly())
        return try Event.read(rows)
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

extension Row {
    /// Reads an object of type `jsonb` whose names are identifiers; what `read` makes nothing of is left out.
    fileprivate func jsonByID<Subject, Value>(
        _ column: String, _ read: (JSON) -> Value?
    ) throws -> [Identifier<Subject>: Value] {
        guard case .object(let members) = try json(column) else {
            throw try cell(column).unreadable(as: [String: JSON].self)
        }
        return members.reduce(into: [:]) { found, member in
            if let id = Identifier<Subject>(member.key), let value = read(member.value) { found[id] = value }
        }
    }
}
