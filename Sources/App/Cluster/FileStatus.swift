import Glibc

/// What lies at a path: kind, owner and rights.
///
/// Symbolic links are not followed.
struct FileStatus: Sendable {
    let owner: uid_t
    let mode: mode_t

    var isFolder: Bool { mode & S_IFMT == S_IFDIR }
    var isLink: Bool { mode & S_IFMT == S_IFLNK }
    var rights: mode_t { mode & 0o7777 }

    /// Nil when nothing is there, or when it cannot be seen.
    static func of(_ path: String) -> FileStatus? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        return FileStatus(owner: status.st_uid, mode: status.st_mode)
    }
}
