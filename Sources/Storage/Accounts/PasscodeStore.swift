import Agreements
package import Engine
package import FoundationEssentials
package import Postgres

/// One-time codes as their mails need them, over connections that may do what `entente_worker` may.
package struct PasscodeStore: Sendable {
    private let pool: Pool

    package init(_ pool: Pool) { self.pool = pool }

    /// A code with the name and address of its notice's reader; nil when there is none of that id.
    package func load(_ id: UUID) async throws -> Passcode? {
        let row = try await pool.oneOrNone(
            SQL(
                "passcode.load",
                """
                SELECT c.id, n.to_name, n.to_address, n.language, c.created_at,
                    c.used_at IS NULL AND c.expires_at > clock_timestamp() AS open
                FROM entente.passcode c JOIN entente.notice n ON n.id = c.notice WHERE c.id = \(id)
                """
            ).readOnly())
        return try row.map { row in
            Passcode(
                id: try row["id"], name: try row["to_name"], address: try row["to_address"],
                languages: try row.decode(String.self, "language").split(separator: ", ")
                    .compactMap { Language(rawValue: String($0)) },
                createdAt: try row["created_at"], isOpen: try row["open"])
        }
    }

    /// The code of a password's reset, known by its hash, with name and address of whose password it is; nil when it is
    /// nobody's.
    package func loadReset(_ id: UUID, hash: String) async throws -> Passcode? {
        let row = try await pool.oneOrNone(
            SQL(
                "reset.load",
                "SELECT name, email, language, created_at, open FROM entente.reset_letter(\(hash))"
            ).readOnly())
        return try row.map { row in
            let spoken = try row.decode(String?.self, "language").flatMap(Language.init)
            return Passcode(
                id: id, name: try row.decode(String?.self, "name") ?? "",
                address: try row.decode(String?.self, "email") ?? "",
                languages: spoken.map { [$0] } ?? [.french, .english], createdAt: try row["created_at"],
                isOpen: try row["open"])
        }
    }
}
