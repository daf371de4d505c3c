import Glibc

/// Where a private cluster lies on disk, and who runs it.
///
/// `folder` belongs to whoever starts Entente and holds the configuration; only `data` and `log` inside
/// belong to the cluster's user. So root never writes where an unprivileged user could have put a link.
struct ClusterPlace: Sendable {
    let folder: String
    let user: OSUser

    var data: String { "\(folder)/data" }
    var draft: String { "\(folder)/data.new" }
    var log: String { "\(folder)/log" }
    var startLog: String { "\(folder)/start.log" }
    var settings: String { "\(folder)/postgresql.conf" }
    var ownSettings: String { "\(folder)/local.conf" }
    var access: String { "\(folder)/pg_hba.conf" }
    var identities: String { "\(folder)/pg_ident.conf" }
    var bootstrapped: String { "\(folder)/bootstrapped" }
    var origin: String { "\(folder)/origin" }

    static let systemFolder = "/var/lib/entente"
    private static let namesMax = 99

    /// Finds the place of the cluster of `home`, and makes its folders when they are missing.
    ///
    /// It is `postgres` inside `home`; where the unprivileged user cannot go there, a folder of
    /// ``systemFolder`` that `home/postgres` links to.
    static func prepare(home: String) throws(ClusterFault) -> ClusterPlace {
        let inside = "\(home)/postgres"
        let known = Folders.target(of: inside) ?? (FileStatus.of(inside) != nil ? inside : nil)
        let data = known.map { "\($0)/data" }.flatMap { FileStatus.of($0) != nil ? $0 : nil }
        let user = try ClusterUser.choose(dataFolder: data)
        let outside = try known == nil ? !canEnter(home, user) : FileStatus.of(inside)?.isLink == true
        let fresh = known == nil && outside ? try freeName(for: inside) : inside
        let place = ClusterPlace(folder: known ?? fresh, user: user)
        if outside { try place.link(from: inside, isNew: known == nil) }
        try Folders.make(place.folder, rights: 0o755)
        try Folders.make(place.log, rights: 0o700, owner: user)
        return place
    }

    /// A name in ``systemFolder`` that is not taken.
    ///
    /// One left by a deleted or moved checkout of the same path is never used and never thrown away: which of
    /// the two it was cannot be seen from here.
    private static func freeName(for inside: String) throws(ClusterFault) -> String {
        let name = "\(systemFolder)/\(PathName.of(inside))"
        let names = [name] + (2...namesMax).map { "\(name)-\($0)" }
        if let free = names.first(where: { FileStatus.of($0) == nil }) { return free }
        throw ClusterFault(
            code: .fileSystem, what: "\(namesMax) databases of deleted checkouts lie there", place: name,
            advice: "Remove those that no `.entente/postgres` links to any more.")
    }

    /// Asks the kernel, by a process of that user: rights, groups and access lists all count.
    private static func canEnter(_ home: String, _ user: OSUser) throws(ClusterFault) -> Bool {
        guard user.uid != geteuid() else { return true }
        return try Invocation(program: "/usr/bin/test", arguments: ["-x", "\(home)/."], user: user).run()
            .status
            == 0
    }

    /// Ties a folder outside the checkout to it: `origin` there names the checkout, and the checkout links
    /// there.
    ///
    /// A copy of a checkout brings a copy of the link: two must not share one database.
    private func link(from inside: String, isNew: Bool) throws(ClusterFault) {
        try Folders.makeAll(Self.systemFolder, rights: 0o755)
        try Folders.make(folder, rights: 0o755)
        let note = Folders.text(of: origin)
        if isNew {
            guard symlink(folder, inside) == 0 else { throw .fileSystem("link to \(folder)", inside, errno) }
        } else if let note, note != inside, Folders.target(of: note) == folder {
            throw ClusterFault(
                code: .copiedCheckout, what: "this checkout is a copy, and its database is that of \(note)",
                place: inside,
                advice: "Remove the link \(inside): the next start makes a database of its own.")
        }
        if note != inside { try Folders.write(inside, to: origin, rights: 0o644) }
    }
}
