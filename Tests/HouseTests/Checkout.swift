import Foundation

/// The files of this checkout that the rules of the house speak about.
enum Checkout {
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let swift = files(under: ["Sources", "Tests", "SQL"]) { $0.hasSuffix(".swift") }
    static let sources = swift.filter { !$0.path.hasPrefix("Tests/") }

    static let scripts = files(under: ["deploy", ".ci"]) { _ in true }.filter(TidyRules.isShell)

    static let migrations = files(under: ["SQL/migrations"]) { $0.hasSuffix(".sql") }.map(\.name)

    static let all =
        files(under: ["Sources", "Tests", "SQL", "Workflows", "deploy", ".ci"]) { _ in true }
        + ["Package.swift", "README.md", "CHANGELOG.md"].compactMap(file)

    static func file(_ path: String) -> SourceFile? {
        guard let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8) else {
            return nil
        }
        return SourceFile(path: path, text: text)
    }

    private static func files(under folders: [String], where wanted: (String) -> Bool) -> [SourceFile] {
        folders.flatMap { folder in
            let names = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
            return (names?.compactMap { $0 as? String } ?? []).sorted()
                .filter { wanted($0) }
                .compactMap { file("\(folder)/\($0)") }
        }
    }
}
