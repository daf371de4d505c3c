import Glibc

/// At most one `serve` a folder: whoever comes second learns who is there.
package final class ServeLock: Sendable {
    private let lock: FileLock

    private init(_ lock: FileLock) {
        self.lock = lock
    }

    /// Takes the place of the one server of `folder`, which is made when it is missing.
    ///
    /// The kernel frees the place when the process ends, also by `kill -9`.
    ///
    /// - Throws: ``ClusterFault`` with code `alreadyServing`, process number and address of the first one.
    package static func take(folder: String) throws(ClusterFault) -> ServeLock {
        try Folders.makeAll(folder, rights: geteuid() == OSUser.rootID ? 0o711 : 0o700)
        let lock = try FileLock(path: "\(folder)/serve.lock")
        guard lock.take(.exclusive) else { throw alreadyServing(lock.text, folder: folder) }
        lock.write("\(getpid())\n")
        return ServeLock(lock)
    }

    /// Tells whoever comes second where this server is to be found.
    package func announce(address: String) {
        lock.write("\(getpid())\n\(address)\n")
    }

    /// Where people of this machine reach the server that runs over `folder`, without a slash at its end; nil while none
    /// listens there.
    package static func address(in folder: String) -> String? {
        let path = "\(folder)/serve.lock"
        // Whoever only asks makes no file.
        guard let lines = Folders.text(of: path, last: 4096)?.split(separator: "\n"), lines.count > 1,
            let process = pid_t(lines[0]), kill(process, 0) == 0 || errno == EPERM, isTaken(path)
        else { return nil }
        let address = lines[1].hasSuffix("/") ? lines[1].dropLast() : lines[1]
        let port = address.split(separator: ":").last ?? ""
        let listensEverywhere = ["http://0.0.0.0:\(port)", "http://[::]:\(port)"].contains(String(address))
        return listensEverywhere ? "http://127.0.0.1:\(port)" : String(address)
    }

    /// Whether somebody holds the lock: after `kill -9` the text stands, and the number may be another process's.
    private static func isTaken(_ path: String) -> Bool {
        guard let lock = try? FileLock(path: path) else { return false }
        defer { lock.release() }
        return !lock.take(.shared)
    }

    /// Gives the place back; the end of the process does so too.
    package func release() {
        lock.write("")
        lock.release()
    }

    static func alreadyServing(_ text: String, folder: String) -> ClusterFault {
        let lines = text.split(separator: "\n")
        let process = lines.first.map { "process \($0)" } ?? "another process"
        let address = lines.count > 1 ? " at \(lines[1])" : ", still starting"
        return ClusterFault(
            code: .alreadyServing, what: "Entente already runs here: \(process)\(address)", place: folder,
            advice: "Use it, or stop it with Ctrl-C in its terminal or with `kill`; "
                + "a second one needs a folder of its own (ENTENTE_HOME) and another port.")
    }
}
