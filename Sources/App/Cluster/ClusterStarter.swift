import Glibc

/// The steps from nothing to a server that takes connections.
///
/// Whoever uses it holds the cluster's lock.
struct ClusterStarter: Sendable {
    let place: ClusterPlace
    let binaries: PostgresBinaries
    let socket: String

    private static let readyMax: Duration = .seconds(300)
    private static let orphansGrace: Duration = .milliseconds(500)
    private static let orphansMax: Duration = .seconds(20)

    /// Makes the data folder when it is missing.
    ///
    /// A try that was cut short left `data.new` only, which is made anew.
    func makeData() throws(ClusterFault) {
        guard FileStatus.of("\(place.data)/PG_VERSION") == nil else { return }
        _ = try Invocation(program: "/bin/rm", arguments: ["-rf", "--", place.draft]).run()
        try Folders.make(place.draft, rights: 0o700, owner: place.user)
        let command = Invocation(
            program: binaries.path("initdb"),
            arguments: [
                "--pgdata", place.draft, "--username", ClusterSettings.superuser, "--encoding", "UTF8",
                "--locale",
                "C.UTF-8", "--data-checksums", "--auth-local", "peer", "--auth-host", "reject",
                "--no-instructions",
            ],
            user: place.user)
        let output = try command.run(limit: .seconds(180))
        guard output.status == 0 else {
            throw ClusterFault(
                code: .commandFailed, what: "initdb failed: \(output.text)", place: place.draft,
                advice: "Check free space and rights there, then start again.")
        }
        try Folders.move(place.draft, to: place.data)
    }

    func writeSettings() throws(ClusterFault) {
        try Folders.write(ClusterSettings.server(of: place), to: place.settings, rights: 0o644)
        if FileStatus.of(place.ownSettings) == nil {
            try Folders.write(ClusterSettings.own, to: place.ownSettings, rights: 0o644)
        }
        try Folders.write(ClusterSettings.access, to: place.access, rights: 0o644)
        let users = place.user.uid == OSUser.rootID ? ["root"] : ["root", place.user.name]
        try Folders.write(ClusterSettings.identities(of: users), to: place.identities, rights: 0o644)
    }

    /// Starts the server and waits until it takes connections; recovery after a crash is part of that.
    ///
    /// Processes of a server that was killed may outlive it for a moment and hold its memory: PostgreSQL then
    /// refuses to start. They are given time, then ended, since no server watches over them any more.
    func start() throws(ClusterFault) -> Postmaster {
        let begin = ContinuousClock.now
        while true {
            removeTraces()
            let pid = try command.start(log: place.startLog)
            if let postmaster = try wait(for: pid) { return postmaster }
            guard ContinuousClock.now < begin + Self.orphansMax else { break }
            usleep(100_000)
            if ContinuousClock.now > begin + Self.orphansGrace { endOrphans() }
        }
        throw didNotStart("processes of a killed server still hold its memory")
    }

    private var command: Invocation {
        Invocation(
            program: binaries.path("postgres"),
            arguments: ["-D", place.data, "-c", "config_file=\(place.settings)", "-k", socket],
            user: place.user)
    }

    /// Nil when the server found the memory of a killed one still in use.
    private func wait(for pid: pid_t) throws(ClusterFault) -> Postmaster? {
        let deadline = ContinuousClock.now + Self.readyMax
        while ContinuousClock.now < deadline {
            if let status = Child.status(of: pid) {
                let report = report(of: pid)
                guard !report.contains("pre-existing shared memory block") else { return nil }
                throw didNotStart("it ended with status \(status): \(report)")
            }
            if let postmaster = Postmaster.running(in: place), postmaster.pid == pid,
                postmaster.status == .ready
            {
                return postmaster
            }
            usleep(5_000)
        }
        throw didNotStart("it is not ready after \(Self.readyMax)")
    }

    /// Waits for a server that somebody else started; nil when it ended instead.
    func adopt(_ postmaster: Postmaster) throws(ClusterFault) -> Postmaster? {
        let deadline = ContinuousClock.now + Self.readyMax
        while ContinuousClock.now < deadline {
            guard postmaster.isAlive else { return nil }
            if postmaster.status == .ready { return postmaster }
            usleep(5_000)
        }
        throw didNotStart("process \(postmaster.pid) is not ready after \(Self.readyMax)")
    }

    private func endOrphans() {
        for pid in Folders.names(in: "/proc").compactMap({ pid_t($0) })
        where Postmaster.isServer(pid, of: place) {
            kill(pid, SIGQUIT)
        }
    }

    /// What a killed server left.
    ///
    /// PostgreSQL removes it by itself unless another process has its number by now; that no server of these
    /// data runs is known here, and the socket's folder is for these data only.
    private func removeTraces() {
        for trace in [
            Postmaster.file(of: place), socket + SocketFolder.socketName, socket + SocketFolder.lockName,
        ] {
            unlink(trace)
        }
    }

    /// The complaints of one server process: first in its output, then in the log that its collector writes.
    private func report(of pid: pid_t) -> String {
        let text = [
            Folders.text(of: place.startLog), Folders.newest(in: place.log).flatMap { Folders.text(of: $0) },
        ]
        let lines = text.compactMap { $0 }.joined(separator: "\n").split(separator: "\n")
        let routine = [
            "redirecting log output", "HINT:", "starting PostgreSQL", "is shut down", "listening on",
        ]
        let own = lines.filter { line in !line.contains("] ") || line.contains("[\(pid)]") }
        return own.filter { line in !routine.contains { line.contains($0) } }.suffix(4).joined(
            separator: " / ")
    }

    private func didNotStart(_ reason: String) -> ClusterFault {
        ClusterFault(
            code: .didNotStart, what: "PostgreSQL did not start: \(reason)", place: place.data,
            advice: "Read \(place.startLog) and the newest file in \(place.log).")
    }
}
