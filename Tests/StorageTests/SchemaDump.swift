import Foundation
import Postgres

/// The schema of a database as `SQL/schema.sql` holds it: what `pg_dump` writes, without what differs from
/// one server to the next.
enum SchemaDump {
    struct Failure: Error { let status: Int32 }

    /// The file that the tests compare with; written anew when `ENTENTE_RECORD` is set.
    static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "SQL/schema.sql")

    static var isRecording: Bool { ProcessInfo.processInfo.environment["ENTENTE_RECORD"] != nil }

    static func text(of database: ConnectionConfiguration) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "pg_dump", "--schema-only", "--no-owner", "--schema=entente", "--schema=audit_v1",
            database.string,
        ]
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
        return normalised(text)
    }

    /// Without comments, settings, commands of `psql` (one holds a random key) and repeated empty lines.
    private static func normalised(_ text: String) -> String {
        let dropped = ["--", "SET ", "SELECT pg_catalog", "\\"]
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false)
        where !dropped.contains(where: line.hasPrefix) && !(line.isEmpty && lines.last?.isEmpty ?? true) {
            lines.append(line)
        }
        return lines.joined(separator: "\n")
    }
}
