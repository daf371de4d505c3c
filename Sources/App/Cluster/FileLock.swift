import Glibc
import Synchronization

/// An advisory lock on a file (flock(2)): the kernel gives it back when the process dies, however it dies.
///
/// Each value opens the file anew, so two of one process exclude each other like those of two processes.
final class FileLock: Sendable {
    enum Kind: Sendable {
        case shared
        case exclusive

        fileprivate var operation: Int32 { self == .shared ? LOCK_SH : LOCK_EX }
    }

    let path: String
    private let descriptor: Mutex<Int32>

    /// Opens the file, and makes it (0600) when it is missing; nothing is locked yet.
    init(path: String) throws(ClusterFault) {
        let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard opened >= 0 else { throw .fileSystem("open the lock file", path, errno) }
        Self.give(opened, toOwnerOf: path)
        self.path = path
        descriptor = Mutex(opened)
    }

    deinit { release() }

    /// A lock file that root makes in somebody's folder must not lock that somebody out later.
    private static func give(_ file: Int32, toOwnerOf path: String) {
        guard geteuid() == OSUser.rootID, let folder = Folders.parent(of: path),
            let status = FileStatus.of(folder)
        else { return }
        fchown(file, status.owner, gid_t.max)
    }

    /// Whether the lock was free, or already ours, and is ours now.
    func take(_ kind: Kind) -> Bool {
        descriptor.withLock { flock($0, kind.operation | LOCK_NB) == 0 }
    }

    /// Waits for the lock on this thread; false when `limit` has passed.
    func take(_ kind: Kind, within limit: Duration) -> Bool {
        let deadline = ContinuousClock.now + limit
        while !take(kind) {
            guard ContinuousClock.now < deadline else { return false }
            usleep(20_000)
        }
        return true
    }

    /// Gives the lock back for good.
    func release() {
        descriptor.withLock { descriptor in
            // A child between fork and exec still holds the open file: unlock it, closing alone would not.
            if descriptor >= 0 {
                flock(descriptor, LOCK_UN)
                close(descriptor)
            }
            descriptor = -1
        }
    }

    /// The text in the file, at most 4 kB.
    var text: String {
        descriptor.withLock { descriptor in
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = pread(descriptor, &buffer, buffer.count, 0)
            return String(decoding: buffer[..<max(0, count)], as: UTF8.self)
        }
    }

    /// Replaces the text in the file; only its holder should.
    func write(_ text: String) {
        var text = text
        descriptor.withLock { descriptor in
            ftruncate(descriptor, 0)
            text.withUTF8 { _ = pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        }
    }
}
