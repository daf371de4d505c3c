import Foundation

/// Where a document may load files from: its own folder, and nowhere else.
package struct SCXMLFolder: Sendable {
    /// Why a file was not loaded.
    package enum Failure: Error, Sendable, Equatable, CustomStringConvertible {
        /// Refused: the name leads out of the folder.
        case outside
        /// Refused: the name is no relative path of a file.
        case notAPath
        case missing
        /// A folder, a pipe or a device.
        case notAFile
        case tooLarge
        case notUTF8
        /// Not readable for another reason, such as its permissions.
        case unreadable

        /// The end of a sentence that begins with the name.
        package var description: String {
            switch self {
            case .outside: "leads out of the document's folder"
            case .notAPath: "is no relative path of a file in the document's folder"
            case .missing: "cannot be read: there is no such file"
            case .notAFile: "cannot be read: it is no file"
            case .tooLarge: "cannot be read: it has more than \(SCXMLPrologue.sizeMax) bytes"
            case .notUTF8: "cannot be read: it is not UTF-8 text"
            case .unreadable: "cannot be read"
            }
        }

        /// Whether the name itself is refused, whatever lies in the folder.
        var isRefusal: Bool { self == .outside || self == .notAPath }
    }

    /// The text of the file with this name.
    package let read: @Sendable (_ name: String) throws(Failure) -> String

    package init(read: @escaping @Sendable (_ name: String) throws(Failure) -> String) { self.read = read }

    /// A folder without files.
    package static let empty = SCXMLFolder { _ throws(Failure) in throw .missing }

    /// The files in and below a folder of the file system; symbolic links do not lead out of it.
    package static func directory(_ path: String) -> SCXMLFolder {
        SCXMLFolder { name throws(Failure) in
            let root = URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path + "/"
            let file = URL(filePath: root + name).resolvingSymlinksInPath().standardizedFileURL.path
            guard file.hasPrefix(root) else { throw .outside }
            return try text(ofFile: file)
        }
    }

    private static func text(ofFile path: String) throws(Failure) -> String {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { throw .missing }
        guard attributes[.type] as? FileAttributeType == .typeRegular else { throw .notAFile }
        guard let size = attributes[.size] as? Int, size <= SCXMLPrologue.sizeMax else { throw .tooLarge }
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable }
        guard let text = String(validating: data, as: UTF8.self) else { throw .notUTF8 }
        return text
    }

    /// Loads what a `src` attribute names: a relative path, with or without `file:`; without a byte order mark.
    func load(_ source: String) throws(Failure) -> String {
        let text = try read(Self.path(source))
        return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    }

    /// The path that a reference stands for (RFC 3986): escapes are read, and steps back inside the folder
    /// taken.
    private static func path(_ source: String) throws(Failure) -> String {
        let isFile = source.prefix(5).lowercased() == "file:"
        let name = isFile ? String(source.dropFirst(5)) : source
        let path = name.removingPercentEncoding ?? name
        guard !path.hasPrefix("/"), !name.contains(":"), !path.contains("\\"), !path.contains("\0") else {
            throw .notAPath
        }
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            guard part == ".." else {
                parts.append(part)
                continue
            }
            guard parts.popLast() != nil else { throw .outside }
        }
        guard !parts.isEmpty else { throw .notAPath }
        return parts.joined(separator: "/")
    }
}
