import Glibc

/// Who runs PostgreSQL: this user; under root an unprivileged one, since PostgreSQL refuses root.
enum ClusterUser {
    static let candidates = ["postgres", "entente"]

    /// The owner of data that exist already, else the first candidate, else a new system user `entente`.
    static func choose(dataFolder: String?) throws(ClusterFault) -> OSUser {
        if let dataFolder, let status = FileStatus.of(dataFolder) { return try owner(of: dataFolder, status) }
        guard geteuid() == OSUser.rootID else { return try current() }
        if let user = candidates.lazy.compactMap(OSUser.named).first { return user }
        return try create()
    }

    private static func current() throws(ClusterFault) -> OSUser {
        if let user = OSUser.current { return user }
        throw ClusterFault(
            code: .noUser, what: "user number \(geteuid()) has no name, and PostgreSQL needs one",
            place: "/etc/passwd", advice: "Add the user there, or run as one that has a name.")
    }

    private static func owner(of folder: String, _ status: FileStatus) throws(ClusterFault) -> OSUser {
        let owner = OSUser.with(uid: status.owner)
        let name = owner?.name ?? "user number \(status.owner)"
        guard let owner, owner.uid != OSUser.rootID, geteuid() == OSUser.rootID || geteuid() == owner.uid
        else {
            throw ClusterFault(
                code: .foreignFolder,
                what: "the database belongs to \(name), and this process is \(currentName)",
                place: folder,
                advice: "Run as \(name) or as root, or choose another folder with ENTENTE_HOME.")
        }
        return owner
    }

    private static var currentName: String { OSUser.current?.name ?? "user number \(geteuid())" }

    private static func create() throws(ClusterFault) -> OSUser {
        let add = Invocation(
            program: "/usr/sbin/useradd",
            arguments: [
                "--system", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin",
                "entente",
            ])
        let output = try add.run()
        if output.status == 0, let user = OSUser.named("entente") { return user }
        throw ClusterFault(
            code: .noUser,
            what: "no unprivileged user for PostgreSQL, and none could be made: \(output.text)",
            place: "/etc/passwd", advice: "Make one: useradd --system entente.")
    }
}
