import Agreements
import Foundation
import Postgres
import TestSupport
import Testing

/// The two logins of a database that is not Entente's own: one that owns it, one that only serves.
@Suite("The logins of a database of the operator's", .besideThePool)
struct CommandLineLoginTests {
    /// A database with an owner and a login without rights, and the settings that name them.
    private struct Logins {
        let site: CommandLineSite
        let owner: String
        let server: String

        static func make() async throws -> Logins {
            let site = try await CommandLineSite.bare()
            let suffix = UUID().uuidString.prefix(8).lowercased()
            let (owner, server) = ("owner_\(suffix)", "server_\(suffix)")
            try await site.withOwner { pool in
                let database = try await pool.one("SELECT current_database() AS d").decode(String.self, "d")
                for statement: SQL in [
                    "CREATE ROLE \(identifier: owner) LOGIN CREATEROLE",
                    "CREATE ROLE \(identifier: server) LOGIN NOINHERIT",
                    "ALTER DATABASE \(identifier: database) OWNER TO \(identifier: owner)",
                ] { try await pool.execute(statement.unprepared()) }
            }
            for role in [owner, server] { try await TemporaryPostgres.shared.permit(role: role) }
            return Logins(
                site: site, owner: "\(site.database.string) user=\(owner)",
                server: "\(site.database.string) user=\(server)")
        }

        var serverName: String { server.split(separator: "=").last.map(String.init) ?? "" }

        /// What serves has neither the owner's login nor anything that it could do.
        var serving: [String: String] { ["DATABASE_URL": server] }

        /// Makes schema and institution with the owner's login.
        func found() async throws -> CommandLineRun {
            try await site.run(
                ["found", "--json"], ["DATABASE_URL": server, "DATABASE_OWNER_URL": owner])
        }

        func grantRoles() async throws {
            try await site.withOwner {
                _ = try await $0.execute(
                    SQL("GRANT entente_app, entente_engine, entente_worker TO \(identifier: serverName)")
                        .unprepared())
            }
        }
    }

    @Test("A login that only serves finds the schema made, and serves without the owner's")
    func servingOnly() async throws {
        let logins = try await Logins.make()
        let found = try await logins.found()
        // The serving roles are granted by hand: until then the one message says which.
        #expect(
            found.json["code"] == "login_without_roles"
                && found.json["message"]?.text?.contains("GRANT") == true)
        try await logins.grantRoles()
        let server = try ServingCommand(logins.site, logins.serving, isOwner: false)
        _ = try await server.port()
        let said = try server.said()
        #expect(server.interrupt() == 0, "\(said)")
    }

    @Test(
        "A schema that is older than the binary is the owner's to bring up to date, and the message says so")
    func olderSchema() async throws {
        let logins = try await Logins.make()
        _ = try await logins.found()
        try await logins.grantRoles()
        try await logins.site.withOwner {
            _ = try await $0.execute(
                "DELETE FROM entente.migration WHERE number = (SELECT max(number) FROM entente.migration)")
        }
        let run = try await logins.site.run(
            ["serve", "--empty", "--port", "0", "--json"], logins.serving)
        #expect(run.status == 3 && run.json["code"] == "schema", "\(run.output)\(run.errors)")
        #expect(run.json["message"]?.text?.contains("entente migrate") == true)
    }

    @Test("An owner's login serves only when that is said; otherwise nothing is made")
    func owner() async throws {
        let logins = try await Logins.make()
        let own = ["DATABASE_URL": logins.owner]
        let run = try await logins.site.run(["serve", "--empty", "--port", "0", "--json"], own)
        #expect(
            run.status == 3 && run.json["message"]?.text?.contains("--single-role") == true, "\(run.output)")
        let schemas = try await logins.site.withOwner {
            try await $0.one("SELECT count(*) AS n FROM pg_namespace WHERE nspname = 'entente'")
                .decode(Int.self, "n")
        }
        #expect(schemas == 0)
        let server = try ServingCommand(logins.site, own)
        _ = try await server.port()
        let said = try server.said()
        #expect(server.interrupt() == 0, "\(said)")
    }
}
