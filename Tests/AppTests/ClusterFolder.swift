import Foundation

/// A folder of its own for tests, with a parent of its own whose rights they choose.
struct ClusterFolder: Sendable {
    let path: String
    private let outer: URL

    /// - Parameter rights: 0700 closes it to the unprivileged user that runs PostgreSQL under root.
    static func make(_ name: String, rights: Int) throws -> ClusterFolder {
        let outer = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: outer, withIntermediateDirectories: true, attributes: [.posixPermissions: rights])
        return ClusterFolder(path: outer.appending(path: name).path, outer: outer)
    }

    func remove() {
        try? FileManager.default.removeItem(at: outer)
    }

    /// The folder is gone after `body`.
    static func with<T>(rights: Int = 0o755, _ body: (ClusterFolder) throws -> T) throws -> T {
        let folder = try make("home", rights: rights)
        defer { folder.remove() }
        return try body(folder)
    }
}
