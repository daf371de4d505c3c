import Foundation

/// The conformance suites beside the package; a checkout may lack them.
struct SCXMLConformance: Decodable {
    struct Case: Decodable {
        struct Step: Decodable {
            let afterMilliseconds: Int64?
            let event: String
            let data: Data?
            let then: [String]

            struct Data: Decodable {
                init(from decoder: any Decoder) throws {}
            }
        }

        let id: String
        let file: String
        let initial: [String]?
        let script: [Step]?
    }

    let tests: [Case]

    /// `ENTENTE_SHARED`, else `../shared` from the root of the package.
    static let shared: URL = {
        if let path = ProcessInfo.processInfo.environment["ENTENTE_SHARED"] { return URL(filePath: path) }
        return (0..<4).reduce(URL(filePath: #filePath).resolvingSymlinksInPath()) { url, _ in
            url.deletingLastPathComponent()
        }
        .appending(path: "../shared").standardizedFileURL
    }()

    static func folder(_ suite: String) -> URL { shared.appending(path: "conformance/\(suite)") }

    /// `nil` when the suite is not there.
    static func cases(_ suite: String) throws -> [Case]? {
        guard let data = try? Data(contentsOf: folder(suite).appending(path: "manifest.json")) else {
            return nil
        }
        return try JSONDecoder().decode(SCXMLConformance.self, from: data).tests
    }
}
