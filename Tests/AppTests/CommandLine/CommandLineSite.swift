import Agreements
import Foundation
import Postgres
import TestSupport

@testable import App

/// An institution of its own in a fresh database, worked on by commands only.
struct CommandLineSite {
    let folder: URL
    let database: ConnectionConfiguration

    static let workflows = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Workflows").path

    /// A database without a schema.
    static func bare() async throws -> CommandLineSite {
        let place = place(UUID().uuidString)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        return CommandLineSite(folder: place, database: try await TemporaryPostgres.shared.freshDatabase())
    }

    /// A real institution; a simulated one that begins at `start` where it is given.
    static func founded(at start: String? = nil) async throws -> CommandLineSite {
        try await copy(of: "founded" + (start ?? "").filter(\.isNumber)) { try await $0.found(at: start) }
    }

    /// A simulated institution with the LIA, its people and an open call.
    static func laboratory() async throws -> CommandLineSite {
        try await copy(of: "laboratory") { site in
            try await site.found(at: "2016-03-01")
            try await site.equip()
        }
    }

    /// Its folder and database as `prepare` left those of the first one of this name.
    private static func copy(
        of name: String, prepare: @escaping @Sendable (CommandLineSite) async throws -> Void
    ) async throws -> CommandLineSite {
        let server = try await TemporaryPostgres.shared
        let first = place("\(name)-\(ProcessInfo.processInfo.processIdentifier)")
        try await server.template(name) {
            try FileManager.default.createDirectory(at: first, withIntermediateDirectories: true)
            try await prepare(CommandLineSite(folder: first, database: $0))
        }
        let place = place(UUID().uuidString)
        try FileManager.default.copyItem(at: first, to: place)
        return CommandLineSite(folder: place, database: try await server.freshDatabase(template: name))
    }

    private static func place(_ name: String) -> URL {
        FileManager.default.temporaryDirectory.appending(path: "entente-cli-\(name)")
    }

    private func found(at start: String?) async throws {
        try await done(["found"] + (start.map { ["--simulated", $0] } ?? []))
    }

    /// In this process, which proves each definition once.
    func publishLIA() async throws {
        try await withInstallation { installation in
            _ = try await WorkflowPublisher(installation)
                .publish("\(Self.workflows)/lia.yaml", by: nil, operator: nil)
        }
    }

    private func equip() async throws {
        try await publishLIA()
        for (id, country, kind) in [("inserm", "FR", "epst"), ("snu", "KR", "foreign")] {
            let own = id == "inserm" ? ["--own"] : []
            try await done(
                ["organisation", "add", id, "--name", id, "--country", country, "--kind", kind] + own)
        }
        for (name, role) in [("anne", "PI_FR"), ("bernard", "DU"), ("denis", "INT"), ("kim", nil)] {
            let email = "\(name)@inserm.example"
            try await done(["person", "add", "--name", name, "--email", email])
            if let role { try await done(["grant", "add", email, role]) }
        }
        try await done([
            "call", "open", "--instruments", "LIA", "--year", "2016", "--opens", "2016-03-01", "--closes",
            "2016-06-15T17:00",
        ])
    }

    var environment: [String: String] {
        [
            "ENTENTE_HOME": folder.path, "DATABASE_URL": database.string, "PATH": "/usr/bin:/bin",
            "LANG": "C.UTF-8", "ENTENTE_WORKFLOWS": Self.workflows,
        ]
    }

    /// Runs `entente` with these arguments.
    func run(_ arguments: [String], _ changes: [String: String] = [:]) async throws -> CommandLineRun {
        try await CommandLineRun.run(
            CommandLineRun.executable, arguments, environment: environment.merging(changes) { $1 }, in: folder
        )
    }

    /// Runs a line of bash, where `entente` is the executable.
    func shell(_ line: String) async throws -> CommandLineRun {
        let text = "entente() { \"\(CommandLineRun.executable)\" \"$@\"; }; \(line)"
        return try await CommandLineRun.run("/bin/bash", ["-c", text], environment: environment, in: folder)
    }

    /// What a server of this machine answers to a GET, its head and its body.
    func get(_ path: String, _ host: String = "127.0.0.1", port: Int) async throws -> String {
        let request =
            "GET \(path) HTTP/1.1\\r\\nHost: \(host)\\r\\nAccept: text/html\\r\\nConnection: close\\r\\n\\r\\n"
        return try await shell("exec 3<>/dev/tcp/127.0.0.1/\(port); printf '\(request)' >&3; cat <&3").output
    }

    /// Runs `entente`, which must succeed, and gives its JSON.
    @discardableResult
    func done(_ arguments: [String]) async throws -> JSON {
        let run = try await run(arguments + ["--json"])
        guard run.status == 0 else { throw Unexpected(arguments: arguments, run: run) }
        return run.json
    }

    struct Unexpected: Error, CustomStringConvertible {
        let arguments: [String]
        let run: CommandLineRun

        var description: String { "entente \(arguments): \(run.status) \(run.output) \(run.errors)" }
    }

    /// A file of the site's folder.
    func file(_ name: String, _ text: String) throws -> String {
        let place = folder.appending(path: name)
        try Data(text.utf8).write(to: place)
        return place.path
    }

    /// A draft, by its id.
    func proposal(_ more: [String] = []) async throws -> String {
        let arguments = ["agreement", "propose", "--workflow", "lia", "--as", "anne@inserm.example"]
        let answer = try await done(
            arguments + [
                "--party", "inserm", "--party", "snu", "--unit", "U1151", "--role",
                "DU=bernard@inserm.example",
            ]
                + more)
        return answer["agreement"]?.text ?? ""
    }

    /// How many events there are.
    func events() async throws -> Int {
        try await withOwner {
            try await $0.one("SELECT count(*) AS n FROM entente.event").decode(Int.self, "n")
        }
    }

    func withOwner<Value: Sendable>(_ body: (Connection) async throws -> Value) async throws -> Value {
        let connection = try await Connection.connect(database)
        do {
            let value = try await body(connection)
            await connection.close()
            return value
        } catch {
            await connection.close()
            throw error
        }
    }
}
