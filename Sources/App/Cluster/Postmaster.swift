import Glibc

/// A running PostgreSQL server, as its `postmaster.pid` describes it.
///
/// Lines of that file: 1 process, 2 data folder, 3 start time, 4 port, 5 socket folder, 6 address, 7 shared
/// memory, 8 status (PostgreSQL sources, `miscadmin.h`).
struct Postmaster: Sendable {
    enum Status: String, Sendable {
        case starting
        case stopping
        case ready
        case standby
    }

    let pid: pid_t
    let place: ClusterPlace

    static func file(of place: ClusterPlace) -> String { "\(place.data)/postmaster.pid" }

    /// The server of these data; nil when none runs, whatever a file left by a killed one says.
    static func running(in place: ClusterPlace) -> Postmaster? {
        guard let first = lines(of: place).first, let pid = pid_t(first) else { return nil }
        let postmaster = Postmaster(pid: pid, place: place)
        return postmaster.isAlive ? postmaster : nil
    }

    /// Whether the process lives and is this server: a number may have gone to another process since, and an
    /// ended child that nobody has waited for still has one.
    ///
    /// A server works in its data folder, under its user's number.
    var isAlive: Bool { Self.isServer(pid, of: place) }

    static func isServer(_ pid: pid_t, of place: ClusterPlace) -> Bool {
        guard pid > 1, FileStatus.of("/proc/\(pid)")?.owner == place.user.uid,
            Folders.target(of: "/proc/\(pid)/cwd") == Folders.resolved(place.data)
        else { return false }
        return Folders.text(of: "/proc/\(pid)/comm")?.hasPrefix("postgres") == true
    }

    var status: Status? {
        let lines = Self.lines(of: place)
        return lines.count > 7 ? Status(rawValue: lines[7].filter { $0 != " " }) : nil
    }

    /// The folder of the socket that this server listens on.
    var socketFolder: String? {
        let lines = Self.lines(of: place)
        return lines.count > 4 && !lines[4].isEmpty ? lines[4] : nil
    }

    /// Fast shutdown: connections are ended, a checkpoint is written.
    ///
    /// After `limit` the immediate one, which leaves recovery to the next start and loses nothing that was
    /// committed. The thread waits.
    func stop(limit: Duration = .seconds(60)) throws(ClusterFault) {
        kill(pid, SIGINT)
        if waitForEnd(limit) { return }
        kill(pid, SIGQUIT)
        if waitForEnd(.seconds(15)) { return }
        throw ClusterFault(
            code: .didNotStop, what: "PostgreSQL, process \(pid), does not stop", place: place.data,
            advice: "Look at its log in \(place.log).")
    }

    private func waitForEnd(_ limit: Duration) -> Bool {
        let deadline = ContinuousClock.now + limit
        while ContinuousClock.now < deadline {
            if Child.status(of: pid) != nil && !isAlive { return true }
            usleep(5_000)
        }
        return false
    }

    private static func lines(of place: ClusterPlace) -> [String] {
        (Folders.text(of: file(of: place)) ?? "").split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }
}
