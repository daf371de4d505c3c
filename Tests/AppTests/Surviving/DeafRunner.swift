import Foundation
import Postgres
import TestSupport
import Testing

@Suite("A runner whose connection for notifications is cut", .besideThePool)
struct DeafRunner {
    @Test("Sends the next mail, and listens again")
    func cut() async throws {
        let smtp = try RecordingSMTP()
        defer { smtp.stop() }
        let site = try await CommandLineSite.laboratory()
        let file = try await site.proposal()
        let mail = [
            "ENTENTE_SMTP_HOST": "127.0.0.1", "ENTENTE_SMTP_PORT": "\(smtp.port)",
            "ENTENTE_SMTP_SECURITY": "none",
        ]
        let runner = try RunningCommand(["work"], environment: site.environment.merging(mail) { $1 })
        let watcher = try await Connection.connect(site.database)
        let listener = try await Self.listener(watcher, otherThan: 0)

        try await watcher.query("SELECT pg_terminate_backend(\(listener)::integer, 60000)")
        try await site.done([
            "act", file, "invite", "--input", "colead=kim@inserm.example", "--as", "anne@inserm.example",
        ])
        try await Patience.until("the mail to whoever was invited") {
            try smtp.received().contains { $0.recipients.contains("kim@inserm.example") }
        }
        #expect(try await Self.listener(watcher, otherThan: listener) != listener)
        runner.interrupt()
        #expect(runner.status() == 0)
        await watcher.close()
    }

    /// The server process of a connection to the watcher's database that listens, once there is one.
    private static func listener(_ watcher: Connection, otherThan known: Int) async throws -> Int {
        var found: Int?
        try await Patience.until("somebody listens") {
            found = try await watcher.query(
                """
                SELECT pid FROM pg_stat_activity
                WHERE datname = current_database() AND query LIKE 'LISTEN %' AND pid <> \(known)
                """
            ).values(Int.self, "pid").first
            return found != nil
        }
        return try #require(found)
    }
}
