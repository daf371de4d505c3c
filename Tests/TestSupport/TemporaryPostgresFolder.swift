import Foundation
import Glibc

/// The folder of one temporary server.
///
/// Its path is short: a socket's path has at most 107 bytes.
struct TemporaryPostgresFolder: Sendable {
    static let prefix = "entente-pg."

    let path: String

    var data: String { path + "/data" }
    var socketFolder: String { path + "/s" }
    var log: String { path + "/log" }
    var certificate: String { path + "/server.crt" }
    var owner: String { path + "/owner" }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Makes the folder with mode 0700 for the cluster's user, and notes which process owns it.
    static func make(_ programs: TemporaryPostgresPrograms) throws -> TemporaryPostgresFolder {
        TemporaryPostgresReaper.arrange()
        var template = Array("/tmp/\(prefix)XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Failure(description: "no temporary folder: errno \(errno)")
        }
        let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        let folder = TemporaryPostgresFolder(path: path)
        TemporaryPostgresReaper.add(folder)
        try TemporaryPostgresReaper.identity(of: getpid()).write(
            toFile: folder.owner, atomically: false, encoding: .utf8)
        guard mkdir(folder.socketFolder, 0o700) == 0 else {
            throw Failure(description: "no socket folder: \(errno)")
        }
        for path in [folder.path, folder.socketFolder] { try folder.give(path, to: programs.user) }
        return folder
    }

    /// Makes the cluster's user the owner of a file.
    func give(_ path: String, to user: String) throws {
        guard let entry = getpwnam(user) else { throw Failure(description: "there is no user \(user)") }
        guard chown(path, entry.pointee.pw_uid, entry.pointee.pw_gid) == 0 else {
            throw Failure(description: "chown \(path): errno \(errno)")
        }
    }

    func write(_ text: String, to name: String, for user: String, mode: mode_t = 0o600) throws {
        let file = "\(path)/\(name)"
        try text.write(toFile: file, atomically: false, encoding: .utf8)
        chmod(file, mode)
        try give(file, to: user)
    }

    /// Whether a postmaster noted, in the eighth line of its file, that it accepts connections; the note outlives
    /// one that was killed.
    var saysReady: Bool {
        let note = try? String(contentsOfFile: data + "/postmaster.pid", encoding: .utf8)
        let lines = note?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
        return lines.count > 7 && lines[7].hasPrefix("ready")
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }

    /// A port of 127.0.0.1 that nobody listens on just now.
    static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isBound else { throw Failure(description: "no free port: errno \(errno)") }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
