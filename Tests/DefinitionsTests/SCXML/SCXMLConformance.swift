import Definitions
import Foundation

/// The conformance suites beside the package; a checkout may lack them.
enum SCXMLConformance {
    /// `ENTENTE_SHARED`, else `../shared` from the root of the package.
    static let shared: URL = {
        if let path = ProcessInfo.processInfo.environment["ENTENTE_SHARED"] { return URL(filePath: path) }
        return (0..<4).reduce(URL(filePath: #filePath).resolvingSymlinksInPath()) { url, _ in
            url.deletingLastPathComponent()
        }
        .appending(path: "../shared").standardizedFileURL
    }()

    static func folder(_ suite: String) -> URL { shared.appending(path: "conformance/\(suite)") }

    /// `nil` when the suite is not there, which is said with the number of cases that are skipped.
    static func path(_ suite: String, cases: Int) -> String? {
        let folder = folder(suite)
        if FileManager.default.fileExists(atPath: folder.path) { return folder.path }
        print("\(suite): the folder is absent, \(cases) cases skipped")
        return nil
    }
}
