import Glibc

/// The PostgreSQL cluster that Entente brings up by itself when no database is configured.
///
/// It lives under `folder`, is reached through a socket only, and lets in no one but root and the user who
/// runs it. Every process that uses it holds a shared lock; the last one to leave stops it. A cluster whose
/// users were killed runs on, and the next one takes it over.
package struct PrivateCluster: Sendable {
    package let folder: String
    private let environment: [String: String]

    private static let turnMax: Duration = .seconds(120)

    /// Names the folder (`.entente` of the checkout by default), nothing is touched yet.
    ///
    /// - Parameters:
    ///   - folder: Absolute, or relative to the working folder. It is made when it is missing.
    ///   - environment: Read for `XDG_RUNTIME_DIR` (place of the socket) and `PATH` (PostgreSQL elsewhere than
    ///     in Debian's place).
    package init(folder: String, environment: [String: String]) {
        self.folder = folder
        self.environment = environment
    }

    /// A server that takes connections, with its roles and its database: the one that runs, else one started
    /// now.
    ///
    /// The calling thread waits: about 0.2 s for a start, 2 s for the first, longer when a crash is
    /// recovered. Call it at the edge, before the services start. Two processes that call it at once take
    /// turns and get the same server.
    ///
    /// - Throws: ``ClusterFault``; then no lock is held. A server that is still recovering is left to
    ///   recover.
    package func ensureRunning() throws(ClusterFault) -> RunningCluster {
        let home = try makeHome()
        let turn = try takeTurn(in: home)
        defer { turn.release() }
        let users = try FileLock(path: "\(home)/users.lock")
        guard users.take(.shared, within: Self.turnMax) else { throw busy(home) }
        let starter = try makeStarter(home: home)
        let (postmaster, startedHere) = try bringUp(starter)
        let socket = postmaster.socketFolder ?? starter.socket
        if socket != starter.socket { rmdir(starter.socket) }
        try bootstrap(starter, postmaster, socket: socket, startedHere: startedHere)
        return RunningCluster(
            home: home, starter: starter, postmaster: postmaster, socket: socket, startedHere: startedHere,
            users: users)
    }

    /// That a cluster was made here before; nothing is touched.
    package func checkIsThere() throws(ClusterFault) {
        guard FileStatus.of("\(folder)/postgres") == nil else { return }
        throw ClusterFault(
            code: .noDatabase, what: "no database was made here yet", place: folder,
            advice:
                "`./deploy/start`, `entente found` or `entente demo` makes one; or choose another folder with ENTENTE_HOME."
        )
    }

    private func makeHome() throws(ClusterFault) -> String {
        try Folders.makeAll(folder, rights: geteuid() == OSUser.rootID ? 0o711 : 0o700)
        guard let home = Folders.resolved(folder) else { throw .fileSystem("find", folder, errno) }
        guard home.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 }) else {
            throw ClusterFault(
                code: .fileSystem, what: "the path holds a control character", place: folder.debugDescription,
                advice: "Choose another folder with ENTENTE_HOME.")
        }
        return home
    }

    private func takeTurn(in home: String) throws(ClusterFault) -> FileLock {
        let turn = try FileLock(path: RunningCluster.turnFile(in: home))
        guard turn.take(.exclusive, within: Self.turnMax) else { throw busy(home) }
        return turn
    }

    private func busy(_ home: String) -> ClusterFault {
        ClusterFault(
            code: .busy,
            what: "another process has been starting or stopping the database for \(Self.turnMax)",
            place: home, advice: "Find it with `fuser \(RunningCluster.turnFile(in: home))`, then try again.")
    }

    private func makeStarter(home: String) throws(ClusterFault) -> ClusterStarter {
        let place = try ClusterPlace.prepare(home: home)
        let version = Folders.text(of: "\(place.data)/PG_VERSION")?.prefix(while: \.isNumber)
        let binaries = try PostgresBinaries.find(
            version: version.flatMap { Int($0) }, path: environment["PATH"] ?? "")
        let socket = try SocketFolder.prepare(for: place, runtimeFolder: environment["XDG_RUNTIME_DIR"])
        return ClusterStarter(place: place, binaries: binaries, socket: socket)
    }

    private func bringUp(_ starter: ClusterStarter) throws(ClusterFault) -> (Postmaster, startedHere: Bool) {
        if let found = Postmaster.running(in: starter.place), let adopted = try starter.adopt(found) {
            return (adopted, false)
        }
        try starter.makeData()
        try starter.writeSettings()
        return (try starter.start(), true)
    }

    private func bootstrap(
        _ starter: ClusterStarter, _ postmaster: Postmaster, socket: String, startedHere: Bool
    ) throws(ClusterFault) {
        guard FileStatus.of(starter.place.bootstrapped) == nil else { return }
        do {
            try ClusterBootstrap.run(in: starter.place, with: starter.binaries, socket: socket)
        } catch {
            if startedHere { try? postmaster.stop() }
            throw error
        }
    }
}
