import Foundation
import Testing

@testable import App

@Suite("The private cluster", .serialized, .timeLimit(.minutes(3)), .sharedClusterFolder)
struct ClusterTests {
    private func cluster(_ folder: ClusterFolder) -> PrivateCluster {
        PrivateCluster(folder: folder.path, environment: ProcessInfo.processInfo.environment)
    }

    private func withShared<T>(_ body: (ClusterFolder) throws -> T) throws -> T {
        try body(#require(SharedClusterFolder.folder))
    }

    private func ask(_ connection: String, _ query: String, as user: OSUser? = nil) throws
        -> Invocation.Output
    {
        let binaries = try PostgresBinaries.find(version: nil, path: "")
        return try Invocation(
            program: binaries.path("psql"),
            arguments: [
                "--no-psqlrc", "--no-align", "--tuples-only", "--dbname", connection, "--command", query,
            ],
            user: user
        ).run()
    }

    @Test("Comes up in a folder with odd characters, with its roles and its database, and goes away again")
    func life() throws {
        try withShared { folder in
            let first = try cluster(folder).ensureRunning()
            #expect(first.startedHere)
            for (connection, role) in [
                (first.connectionString, "entente"), (first.ownerConnectionString, "entente_owner"),
                (first.adminConnectionString, "entente_admin"),
            ] {
                let answer = try ask(
                    connection, "SELECT current_user, current_database(), inet_server_addr()")
                #expect(answer.text == "\(role)|entente|\n")
            }
            #expect(try ask(first.connectionString, "SHOW track_commit_timestamp").text == "on\n")
            #expect(try ask(first.connectionString, "SHOW listen_addresses").text == "\n")
            let server = first.processID
            #expect(try first.stop() == .stopped)
            #expect(kill(server, 0) == -1 && !first.isAlive)
        }
    }

    @Test("The serving login inherits nothing and owns nothing; no superuser is needed to make roles")
    func privileges() throws {
        try withShared { folder in
            let running = try cluster(folder).ensureRunning()
            defer { _ = try? running.stop() }
            let role = "SELECT rolinherit, rolsuper, rolcreaterole FROM pg_roles WHERE rolname = current_user"
            #expect(try ask(running.connectionString, role).text == "f|f|f\n")
            #expect(try ask(running.ownerConnectionString, role).text == "t|f|t\n")
            #expect(
                try ask(running.ownerConnectionString, "CREATE ROLE app; GRANT app TO entente").status == 0)
        }
    }

    @Test("Several users share one server, and the last to leave stops it")
    func sharing() throws {
        try withShared { folder in
            let first = try cluster(folder).ensureRunning()
            let second = try cluster(folder).ensureRunning()
            #expect(!second.startedHere && second.processID == first.processID)
            #expect(try first.stop() == .leftToOthers)
            #expect(try ask(second.connectionString, "SELECT 1").text == "1\n")
            #expect(try second.stop() == .stopped)
            #expect(try second.stop() == .stopped, "A second call has nothing left to do.")
        }
    }

    @Test("Many that start at once get one server")
    func race() async throws {
        let folder = try #require(SharedClusterFolder.folder)
        let cluster = PrivateCluster(folder: folder.path, environment: [:])
        let running = try await withThrowingTaskGroup(of: RunningCluster.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    try await withCheckedThrowingContinuation { continuation in
                        Thread.detachNewThread {
                            continuation.resume(with: Result { try cluster.ensureRunning() })
                        }
                    }
                }
            }
            return try await group.reduce(into: [RunningCluster]()) { $0.append($1) }
        }
        #expect(Set(running.map(\.processID)).count == 1)
        #expect(running.filter(\.startedHere).count == 1)
        #expect(try running.map { try $0.stop() }.filter { $0 == .stopped }.count == 1)
    }

    @Test("A server that was killed is started again, with what was committed")
    func killed() throws {
        try withShared { folder in
            let running = try cluster(folder).ensureRunning()
            defer { _ = try? running.stop() }
            #expect(try ask(running.ownerConnectionString, "CREATE TABLE kept AS SELECT 7 AS n").status == 0)
            #expect(try !running.restartIfDead())
            kill(running.processID, SIGKILL)
            Child.wait(for: running.processID)
            #expect(try running.restartIfDead())
            #expect(try ask(running.ownerConnectionString, "SELECT n FROM kept").text == "7\n")
        }
    }

    @Test(
        "A file left by a killed server does not stop the next, even when its number is another process now")
    func staleFile() throws {
        try withShared { folder in
            let first = try cluster(folder).ensureRunning()
            let data = "\(folder.path)/postgres/data"
            let note = try String(contentsOfFile: "\(data)/postmaster.pid", encoding: .utf8)
            try first.stop()
            let other = Invocation(
                program: "/bin/sleep", arguments: ["60"],
                user: FileStatus.of(data).flatMap { .with(uid: $0.owner) })
            let pid = try other.start(log: "\(folder.path)/sleep.log")
            defer {
                kill(pid, SIGKILL)
                Child.wait(for: pid)
            }
            let stale = note.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
            try (["\(pid)"] + stale.map(String.init)).joined(separator: "\n")
                .write(toFile: "\(data)/postmaster.pid", atomically: false, encoding: .utf8)
            let second = try cluster(folder).ensureRunning()
            #expect(second.startedHere)
            #expect(try second.stop() == .stopped)
            #expect(kill(pid, 0) == 0, "The other process was not ours to stop.")
        }
    }

    @Test(
        "Nobody else of this machine gets in",
        .enabled(if: geteuid() == 0, "only root can act as somebody else"))
    func strangers() throws {
        try withShared { folder in
            let running = try cluster(folder).ensureRunning()
            defer { _ = try? running.stop() }
            let nobody = try #require(OSUser.named("nobody"))
            let answer = try ask(running.connectionString, "SELECT 1", as: nobody)
            #expect(answer.status != 0 && answer.text.contains("Permission denied"))
            chmod(running.socketFolder, 0o777)
            let inside = try ask(running.connectionString, "SELECT 1", as: nobody)
            #expect(inside.status != 0, "The socket itself, and the map of users, keep them out too.")
        }
    }

    @Test(
        "Below a folder that PostgreSQL's user cannot enter, the data go elsewhere and are linked",
        .enabled(if: geteuid() == 0, "only root starts PostgreSQL as another user"))
    func closedFolder() throws {
        try ClusterFolder.with(rights: 0o700) { folder in
            let running = try cluster(folder).ensureRunning()
            let link = "\(folder.path)/postgres"
            let place = try #require(Folders.target(of: link))
            defer { try? FileManager.default.removeItem(atPath: place) }
            #expect(place.hasPrefix("\(ClusterPlace.systemFolder)/"))
            #expect(try ask(running.connectionString, "SELECT 1").text == "1\n")
            #expect(try running.stop() == .stopped)
            let copy = "\(folder.path)-copy"
            try FileManager.default.copyItem(atPath: folder.path, toPath: copy)
            let fault = #expect(throws: ClusterFault.self) {
                try PrivateCluster(folder: copy, environment: [:]).ensureRunning()
            }
            #expect(fault?.code == .copiedCheckout)
        }
    }

    @Test("A server that cannot start says what PostgreSQL said")
    func brokenSettings() throws {
        try withShared { folder in
            let settings = "\(folder.path)/postgres/local.conf"
            try "max_connections = none\n".write(
                toFile: settings, atomically: false, encoding: .utf8)
            let fault = #expect(throws: ClusterFault.self) { try cluster(folder).ensureRunning() }
            #expect(fault?.code == .didNotStart)
            #expect(fault?.description.contains("max_connections") == true)
            try FileManager.default.removeItem(atPath: settings)
            #expect(try cluster(folder).ensureRunning().stop() == .stopped)
        }
    }
}
