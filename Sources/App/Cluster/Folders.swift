import Glibc

/// Folders, links and small files, with faults that name the path.
enum Folders {
    /// Makes the folder when it is missing, for `owner`, with `rights`; one that exists keeps its rights.
    static func make(_ path: String, rights: mode_t, owner: OSUser? = nil) throws(ClusterFault) {
        guard mkdir(path, rights) == 0 else {
            let failure = errno
            guard failure == EEXIST, isFolder(path) else {
                throw .fileSystem("make the folder", path, failure)
            }
            return
        }
        guard chmod(path, rights) == 0 else { throw .fileSystem("set the rights of", path, errno) }
        guard let owner, owner.uid != geteuid() else { return }
        guard chown(path, owner.uid, owner.gid) == 0 else {
            throw .fileSystem("give \(owner.name)", path, errno)
        }
    }

    /// Makes the folder and those above it that are missing.
    static func makeAll(_ path: String, rights: mode_t) throws(ClusterFault) {
        guard !isFolder(path) else { return }
        if let parent = parent(of: path) { try makeAll(parent, rights: 0o755) }
        try make(path, rights: rights)
    }

    /// The path without links, `.` and `..`; nil when it does not exist.
    static func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    static func parent(of path: String) -> String? {
        guard let slash = path.lastIndex(of: "/") else { return nil }
        let parent = path[..<slash]
        return parent.isEmpty ? nil : String(parent)
    }

    /// Where a symbolic link points; nil when it is none.
    static func target(of path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &buffer, buffer.count)
        return count > 0
            ? String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
    }

    /// The text of a file, at most its last 64 kB; nil when it cannot be read.
    static func text(of path: String, last: Int = 65_536) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { return nil }
        var buffer = [UInt8](repeating: 0, count: last)
        let count = pread(file, &buffer, last, max(0, off_t(status.st_size) - off_t(last)))
        return count < 0 ? nil : String(decoding: buffer[..<count], as: UTF8.self)
    }

    /// The file of a folder that was written last; nil when there is none.
    static func newest(in folder: String) -> String? {
        names(in: folder).map { "\(folder)/\($0)" }.max { written($0) < written($1) }
    }

    /// The names in a folder, hidden ones left out; none when it cannot be read.
    static func names(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name.0) { String(cString: $0) }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }

    private static func written(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mtim.tv_sec : 0
    }

    /// Puts a file there with exactly this text: written beside, then renamed, so that nobody reads half of
    /// it.
    static func write(_ text: String, to path: String, rights: mode_t) throws(ClusterFault) {
        let draft = path + ".new"
        unlink(draft)
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, rights)
        guard file >= 0 else { throw .fileSystem("write", draft, errno) }
        var text = text
        let written = text.withUTF8 { Glibc.write(file, $0.baseAddress, $0.count) == $0.count }
        let failure = errno
        fchmod(file, rights)
        close(file)
        guard written else { throw .fileSystem("write", draft, failure) }
        try move(draft, to: path)
    }

    static func move(_ path: String, to other: String) throws(ClusterFault) {
        guard rename(path, other) == 0 else { throw .fileSystem("move to \(other)", path, errno) }
    }
}
