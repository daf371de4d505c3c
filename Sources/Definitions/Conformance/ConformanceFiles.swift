import Expressions
import Foundation

/// Files and folders that a suite is read from, by path.
enum ConformanceFiles {
    /// No manifest or case file is larger.
    static let sizeMax = 16 << 20
    /// How deep the JSON of a file may nest: values of cases carry their types.
    static let depthMax = 128

    static func isFolder(_ path: String) throws(ConformanceProblem) -> Bool {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw ConformanceProblem(.unreadable, path, "there is no such file or folder")
        }
        return isFolder.boolValue
    }

    static func bytes(_ path: String) throws(ConformanceProblem) -> [UInt8] {
        let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        guard let size, let data = size > sizeMax ? Data() : FileManager.default.contents(atPath: path) else {
            throw ConformanceProblem(.unreadable, path, "the file cannot be read")
        }
        guard size <= sizeMax else {
            throw ConformanceProblem(.notASuite, path, "the file has more than \(sizeMax >> 20) MiB")
        }
        return Array(data)
    }

    /// The JSON of a file, as a value.
    static func json(_ path: String) throws(ConformanceProblem) -> Value {
        let bytes = try bytes(path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ConformanceProblem(.notASuite, path, "the file is not UTF-8 text")
        }
        let body = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        do throws(JSONTree.Unreadable) {
            return Value(try JSONTree(reading: body, depth: depthMax))
        } catch {
            throw ConformanceProblem(.notASuite, path, "the file cannot be read: \(error)")
        }
    }

    /// The paths of the files in a folder whose names end so, sorted.
    static func files(in folder: String, suffix: String) throws(ConformanceProblem) -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw ConformanceProblem(.unreadable, folder, "the folder cannot be read")
        }
        return names.filter { $0.hasSuffix(suffix) }.sorted().map { join(folder, $0) }
    }

    static func join(_ folder: String, _ name: String) -> String {
        folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }

    /// The folder of a file; the current one where the path names none.
    static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    }
}
