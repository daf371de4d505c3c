import Foundation
import Glibc
import Synchronization

/// Stops temporary servers: those of this process when it exits, and those that a killed process left behind.
enum TemporaryPostgresReaper {
    private static let servers = Mutex<Set<pid_t>>([])
    private static let folders = Mutex<[TemporaryPostgresFolder]>([])

    private static let whenExiting: Void = {
        removeStale()
        atexit { TemporaryPostgresReaper.stopAll() }
    }()

    /// Runs once: cleans up after dead processes and arranges for this one's end.
    static func arrange() { _ = whenExiting }

    static func add(_ pid: pid_t) { servers.withLock { _ = $0.insert(pid) } }

    /// Has the folder removed at the end.
    static func add(_ folder: TemporaryPostgresFolder) { folders.withLock { $0.append(folder) } }

    static func forget(_ pid: pid_t) { servers.withLock { _ = $0.remove(pid) } }

    private static func stopAll() {
        let all = servers.withLock { $0 }
        for pid in all { kill(pid, SIGQUIT) }
        for pid in all { awaitEnd(of: pid) }
        for folder in folders.withLock({ $0 }) { folder.remove() }
    }

    /// A process that has this number and started at this time; numbers are used again.
    static func identity(of pid: pid_t) -> String {
        let stat = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? ""
        let afterName = stat.split(separator: ")").last?.split(separator: " ") ?? []
        return "\(pid) \(afterName.count > 19 ? afterName[19] : "gone")"
    }

    /// Stops the servers and removes the folders whose process is gone.
    private static func removeStale() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/tmp")) ?? []
        for name in names where name.hasPrefix(TemporaryPostgresFolder.prefix) {
            let folder = TemporaryPostgresFolder(path: "/tmp/\(name)")
            guard let owner = try? String(contentsOfFile: folder.owner, encoding: .utf8),
                let pid = owner.split(separator: " ").first.flatMap({ pid_t($0) }), identity(of: pid) != owner
            else { continue }
            if let server = server(in: folder) {
                kill(server, SIGQUIT)
                awaitEnd(of: server)
            }
            folder.remove()
        }
    }

    /// The postmaster that runs on the folder, by its own note, if that process is still a postmaster of it.
    private static func server(in folder: TemporaryPostgresFolder) -> pid_t? {
        let note = try? String(contentsOfFile: folder.data + "/postmaster.pid", encoding: .utf8)
        guard let pid = note?.split(separator: "\n").first.flatMap({ pid_t($0) }),
            let command = try? String(contentsOfFile: "/proc/\(pid)/cmdline", encoding: .utf8),
            command.contains(folder.data)
        else { return nil }
        return pid
    }

    /// Waits at most two seconds, then kills.
    private static func awaitEnd(of pid: pid_t) {
        let end = ContinuousClock.now + .seconds(2)
        while kill(pid, 0) == 0, !identityIsZombie(pid) {
            guard ContinuousClock.now < end else {
                kill(pid, SIGKILL)
                return
            }
            sched_yield()
        }
    }

    private static func identityIsZombie(_ pid: pid_t) -> Bool {
        let stat = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? ""
        return stat.split(separator: ")").last?.hasPrefix(" Z") ?? true
    }
}
