import Glibc

/// The folder of the cluster's socket: short, closed to others (0700), and the cluster user's own.
enum SocketFolder {
    /// sun_path of unix(7) holds 108 bytes with the closing zero; `/.s.PGSQL.5432` is part of it.
    static let pathBytesMax = 107
    static let socketName = "/.s.PGSQL.5432"
    static let lockName = "/.s.PGSQL.5432.lock"

    /// Makes the folder for the cluster of `place` when it is missing.
    ///
    /// - Throws: ``ClusterFault`` when somebody else has put something under its name.
    static func prepare(for place: ClusterPlace, runtimeFolder: String?) throws(ClusterFault) -> String {
        let parent = try parent(for: place.user, runtimeFolder: runtimeFolder)
        let path = "\(parent)/\(PathName.of(place.folder))"
        precondition(fits(path), "A socket folder is short by its construction.")
        try Folders.make(path, rights: 0o700, owner: place.user)
        guard let status = FileStatus.of(path), status.isFolder, status.owner == place.user.uid else {
            throw ClusterFault(
                code: .foreignFolder,
                what: "the folder for the database's socket is not \(place.user.name)'s",
                place: path, advice: "Find out who made it, then remove it and start again.")
        }
        if status.rights != 0o700 { chmod(path, 0o700) }
        return path
    }

    static func fits(_ folder: String) -> Bool { folder.utf8.count + socketName.utf8.count <= pathBytesMax }

    private static func parent(for user: OSUser, runtimeFolder: String?) throws(ClusterFault) -> String {
        if geteuid() == OSUser.rootID, let run = try? made("/run/entente", rights: 0o755) { return run }
        if let runtimeFolder, fits("\(runtimeFolder)/entente/\(PathName.of(""))"), isOwn(runtimeFolder, user),
            let own = try? made("\(runtimeFolder)/entente", rights: 0o700)
        {
            return own
        }
        let path = "/tmp/entente-\(user.uid)"
        try Folders.make(path, rights: geteuid() == user.uid ? 0o700 : 0o755)
        guard FileStatus.of(path).map({ $0.isFolder && $0.owner == geteuid() }) == true else {
            throw ClusterFault(
                code: .foreignFolder, what: "the folder for sockets belongs to somebody else", place: path,
                advice: "Find out who made it, then remove it and start again.")
        }
        return path
    }

    private static func made(_ path: String, rights: mode_t) throws(ClusterFault) -> String {
        try Folders.make(path, rights: rights)
        return path
    }

    private static func isOwn(_ path: String, _ user: OSUser) -> Bool {
        path.hasPrefix("/") && !path.contains(",")
            && FileStatus.of(path).map { $0.isFolder && $0.owner == user.uid } == true
    }
}
