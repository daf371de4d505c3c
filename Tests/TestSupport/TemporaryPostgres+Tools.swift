import Foundation
import Postgres

extension TemporaryPostgres {
    /// Looks again and again, others' work in between, at most for two minutes.
    package static func untilTrue(_ condition: () async throws -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(120)
        while try await !condition() {
            guard ContinuousClock.now < end else {
                throw TemporaryPostgresFolder.Failure(description: "a condition did not come true in time")
            }
            try Task.checkCancellation()
            await Task.yield()
        }
    }

    /// Starts a process that inherits nothing it could block on; what it says goes to the log, which stays
    /// open in the process alone.
    static func started(
        _ words: [String], log: String, whenEnded: (@Sendable (Process) -> Void)? = nil
    ) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: words[0])
        process.arguments = Array(words.dropFirst())
        process.currentDirectoryURL = URL(fileURLWithPath: "/")
        process.standardInput = FileHandle.nullDevice
        process.terminationHandler = whenEnded
        if !FileManager.default.fileExists(atPath: log) { try Data().write(to: URL(fileURLWithPath: log)) }
        let output = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
        defer { try? output.close() }
        try output.seekToEnd()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        return process
    }

    /// Runs a program to its end.
    static func run(_ words: [String], log: String) async throws {
        let status = try await withCheckedThrowingContinuation {
            (done: CheckedContinuation<Int32, any Error>) in
            do {
                _ = try started(words, log: log) { done.resume(returning: $0.terminationStatus) }
            } catch { done.resume(throwing: error) }
        }
        guard status == 0 else {
            let said = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
            throw TemporaryPostgresFolder.Failure(
                description: "\(words) ended with \(status):\n\(said.suffix(2000))")
        }
    }

    /// A key and a certificate for 127.0.0.1 that the server signs itself, made anew for each server.
    func makeCertificate() async throws {
        let key = folder.path + "/server.key"
        try await Self.run(
            [
                "/usr/bin/openssl", "req", "-new", "-x509", "-days", "2", "-nodes", "-newkey", "rsa:2048",
                "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost",
                "-keyout", key, "-out", folder.certificate,
            ], log: folder.log)
        try folder.give(key, to: programs.user)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
        try folder.give(folder.certificate, to: programs.user)
    }

    /// The certificate, for `sslrootcert`.
    package var certificate: String { folder.certificate }

    /// Lets the user who runs the tests log in as `role` over the socket.
    package func permit(role: String) async throws {
        let make = """
            DO $$ BEGIN CREATE ROLE permitted;
            EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$
            """
        try await execute(make)
        try await admin.execute(SQL("GRANT permitted TO \(identifier: role)").unprepared())
    }

    /// Changes a setting of the running server: `ALTER SYSTEM` and a reload.
    package func set(_ setting: String, to value: String) async throws {
        try await execute("ALTER SYSTEM SET \(setting) = '\(value)'")
        try await admin.query("SELECT pg_reload_conf()")
    }
}
