import Foundation

/// Where a document may load files from: its own folder, and nowhere else.
package struct SCXMLFolder: Sendable {
    /// Why a file was not loaded.
    package enum Failure: Error, Sendable, Equatable {
        /// Refused: the name leads out of the folder.
        case outside
        /// Not there, not readable, too large or no UTF-8 text.
        case unreadable
    }

    /// The text of the file with this name.
    package let read: @Sendable (_ name: String) throws(Failure) -> String

    package init(read: @escaping @Sendable (_ name: String) throws(Failure) -> String) { self.read = read }

    /// A folder without files.
    package static let empty = SCXMLFolder { _ throws(Failure) in throw .unreadable }

    /// The files in and below a folder of the file system; symbolic links do not lead out of it.
    package static func directory(_ path: String) -> SCXMLFolder {
        SCXMLFolder { name throws(Failure) in
            let root = URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path + "/"
            let file = URL(filePath: root + name).resolvingSymlinksInPath().standardizedFileURL.path
            guard file.hasPrefix(root) else { throw .outside }
            guard let size = try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int,
                size <= SCXMLPrologue.sizeMax, let data = FileManager.default.contents(atPath: file),
                let text = String(validating: data, as: UTF8.self)
            else { throw .unreadable }
            return text
        }
    }

    /// Loads what a `src` attribute names: a relative path, with or without `file:`.
    func load(_ source: String) throws(Failure) -> String {
        let name = source.hasPrefix("file:") ? String(source.dropFirst(5)) : source
        let isPath =
            !name.contains(":") && !name.contains("\\") && !name.contains("%") && !name.contains("\0")
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard isPath, !parts.contains(".."), !parts.contains("") else { throw .outside }
        return try read(name)
    }
}
