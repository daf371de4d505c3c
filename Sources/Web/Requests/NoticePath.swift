import Foundation

/// The path of a link in a mail: `/n/<notice>/<token>`, as it was made and not otherwise.
struct NoticePath {
    let notice: UUID
    let token: String

    /// What every such path begins with.
    static let prefix = "/n/"

    /// Nil when `path` begins with ``prefix`` but cannot have been made by Entente.
    init?(_ path: String) {
        let parts = path.dropFirst(Self.prefix.count).split(separator: "/", omittingEmptySubsequences: false)
        guard path.hasPrefix(Self.prefix), parts.count == 2, let notice = UUID(uuidString: String(parts[0])),
            notice.uuidString.lowercased() == parts[0], parts[1].utf8.count <= 64
        else { return nil }
        (self.notice, token) = (notice, String(parts[1]))
    }
}
