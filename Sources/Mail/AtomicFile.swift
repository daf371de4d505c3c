import Glibc

/// Creates files that are either absent or whole.
enum AtomicFile {
    enum Result: Equatable {
        case created
        case alreadyThere
        case otherContent
        /// The step and the system's words; no path but the folder's.
        case failed(String)
    }

    /// Creates `name` in `folder` with exactly `bytes`, mode 0600; never replaces a file.
    static func create(_ name: String, in folder: String, bytes: [UInt8]) -> Result {
        if let failure = make(folder) { return failure }
        let final = "\(folder)/\(name)"
        if access(final, F_OK) == 0 { return compare(final, bytes) }
        let aside = aside(name, in: folder)
        defer { unlink(aside) }
        if let reason = write(bytes, to: aside, folder) { return reason }
        if link(aside, final) == 0 { return sync(folder) }
        return errno == EEXIST ? compare(final, bytes) : failure("cannot store in", folder)
    }

    /// Why no file of `size` bytes can be created in `folder`; nil when one can: it is written and removed.
    static func problem(in folder: String, size: Int) -> String? {
        let probe = aside("probe", in: folder)
        defer { unlink(probe) }
        let failure = make(folder) ?? write([UInt8](repeating: 0, count: size), to: probe, folder)
        guard case .failed(let reason)? = failure else { return nil }
        return reason
    }

    private static func make(_ folder: String) -> Result? {
        mkdir(folder, 0o700) == 0 || errno == EEXIST ? nil : failure("cannot make the folder", folder)
    }

    /// A name of this process's own, beside those of whole files.
    private static func aside(_ name: String, in folder: String) -> String {
        "\(folder)/.\(name).\(getpid()).\(UInt32.random(in: 0...UInt32.max))"
    }

    private static func write(_ bytes: [UInt8], to path: String, _ folder: String) -> Result? {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { return failure("cannot write in", folder) }
        defer { close(file) }
        var offset = 0
        while offset < bytes.count {
            let count = bytes[offset...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return failure("cannot write in", folder) }
            offset += count
        }
        return fsync(file) == 0 ? nil : failure("cannot write in", folder)
    }

    /// Makes the new name durable.
    private static func sync(_ folder: String) -> Result {
        let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { return failure("cannot sync", folder) }
        defer { close(directory) }
        return fsync(directory) == 0 ? .created : failure("cannot sync", folder)
    }

    private static func compare(_ path: String, _ bytes: [UInt8]) -> Result {
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { return failure("cannot read back in", "the outbox") }
        defer { close(file) }
        var buffer = [UInt8](repeating: 0, count: bytes.count + 1)
        var filled = 0
        while filled < buffer.count {
            let count = buffer[filled...].withUnsafeMutableBytes {
                Glibc.read(file, $0.baseAddress, $0.count)
            }
            guard count > 0 else { break }
            filled += count
        }
        return buffer.prefix(filled).elementsEqual(bytes) ? .alreadyThere : .otherContent
    }

    private static func failure(_ step: String, _ object: String) -> Result {
        let reason = String(cString: strerror(errno))
        return .failed("\(step) \(object): \(reason)")
    }
}
