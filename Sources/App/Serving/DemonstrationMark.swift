import Foundation

/// A file that says: a demonstration is to be played, or was not played to its end.
struct DemonstrationMark {
    private let path: String

    init(_ settings: Settings) { path = "\(settings.home)/demonstration.json" }

    var isThere: Bool { FileManager.default.fileExists(atPath: path) }

    func set() throws { try Data().write(to: URL(filePath: path)) }

    func remove() throws { try FileManager.default.removeItem(atPath: path) }
}
