import Foundation
import Glibc
import Postgres
import Synchronization

extension TemporaryPostgres {
    /// How a server is stopped.
    package enum Stop: Int32, Sendable {
        /// Clients are cut off, transactions rolled back, data written: SIGINT.
        case fast = 2

        /// As a crash: the next start recovers: SIGQUIT.
        case immediate = 3

        /// `kill -9` of the postmaster.
        case kill = 9
    }

    /// A folder prepared by `initdb`, which each server copies; made once for the process.
    private static let prepared = Task {
        let programs = try TemporaryPostgresPrograms.find()
        let folder = try TemporaryPostgresFolder.make(programs)
        let words = programs.command(
            "initdb",
            [
                "--pgdata=\(folder.data)", "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8",
                "--no-sync",
                "--auth-local=peer", "--auth-host=scram-sha-256",
            ])
        try await run(words, log: folder.log)
        return folder
    }

    /// Copies the prepared cluster and writes who may enter.
    func makeCluster() async throws {
        let source = try await Self.prepared.value
        try await Self.run(["/bin/cp", "-a", source.data, folder.data], log: folder.log)
        let host = options.tls ? "hostssl" : "host"
        try folder.write(
            "local all +permitted trust\nlocal all all peer map=entente\n\(host) all all 127.0.0.1/32 scram-sha-256\n",
            to: "data/pg_hba.conf", for: programs.user)
        try folder.write(
            "entente \(programs.runner) postgres\nentente \(programs.user) postgres\n",
            to: "data/pg_ident.conf", for: programs.user)
        if options.tls { try await makeCertificate() }
    }

    /// Starts the server and waits until it answers.
    package func start() async throws {
        for _ in 0..<20 {
            let process = try launch()
            if try await answers(process) { return }
        }
        let log = (try? String(contentsOfFile: folder.log, encoding: .utf8)) ?? ""
        throw TemporaryPostgresFolder.Failure(description: "the server does not start:\n\(log.suffix(2000))")
    }

    /// Stops the server and waits until its process has ended; stopping twice is fine.
    package func stop(_ how: Stop = .fast) async throws {
        guard let process = process.withLock({ $0 }) else { return }
        kill(process.processIdentifier, how.rawValue)
        try await Self.untilTrue { !process.isRunning }
        TemporaryPostgresReaper.forget(process.processIdentifier)
        self.process.withLock { $0 = nil }
    }

    /// The postmaster's process; 0 while the server is stopped.
    package var processID: Int32 { process.withLock { $0?.processIdentifier ?? 0 } }

    /// Stops the server and starts it again on the same data.
    package func restart(_ how: Stop = .fast) async throws {
        try await stop(how)
        try await start()
    }

    /// Stops the server and removes its folder.
    package func remove() async throws {
        await admin.shutdown(grace: .zero)
        try await stop(.immediate)
        folder.remove()
    }

    private func launch() throws -> Process {
        let arguments = settings.sorted { $0.key < $1.key }.flatMap { ["-c", "\($0.key)=\($0.value)"] }
        let process = try Self.started(
            programs.command("postgres", ["-D", folder.data] + arguments), log: folder.log)
        TemporaryPostgresReaper.add(process.processIdentifier)
        self.process.withLock { $0 = process }
        return process
    }

    /// Whether the server serves; false when it ended, which a killed server's orphans cause for a moment.
    private func answers(_ process: Process) async throws -> Bool {
        var isServing = false
        try await Self.untilTrue {
            guard process.isRunning else { return true }
            guard self.folder.saysReady else { return false }
            let connection = try? await Connection.connect(self.configuration())
            await connection?.close()
            isServing = connection != nil
            return isServing
        }
        if !isServing { TemporaryPostgresReaper.forget(process.processIdentifier) }
        return isServing
    }
}
