import Glibc

/// Files that hold secrets.
enum SecretFile {
    /// Whether nobody but the owner may read or write it.
    ///
    /// Links are followed.
    static func isClosed(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & 0o077 == 0
    }
}
