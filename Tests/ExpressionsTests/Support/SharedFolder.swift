import Foundation

/// The folder beside the checkout that holds the conformance suites.
enum SharedFolder {
    /// `ENTENTE_SHARED`, else `../shared` from the root of the package.
    static var url: URL {
        if let path = ProcessInfo.processInfo.environment["ENTENTE_SHARED"] { return URL(filePath: path) }
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return root.deletingLastPathComponent().appending(path: "shared")
    }
}
