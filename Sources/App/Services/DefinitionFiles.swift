import Definitions
import Foundation
import Synchronization

/// A workflow file with what it includes; each is read once, so that every look at them sees the same bytes.
package struct DefinitionFiles: Sendable {
    private let name: String
    private let main: [UInt8]
    private let find: @Sendable (String) -> [UInt8]?
    private let read = ReadOnce()

    /// A main file, and how a file that it includes is found.
    package init(name: String, main: [UInt8], find: @escaping @Sendable (String) -> [UInt8]?) {
        self.name = name
        self.main = main
        self.find = find
    }

    /// A file of the disk; its includes lie beside it.
    ///
    /// - Throws: ``FileFault`` when it cannot be read.
    package init(path: String) throws(FileFault) {
        let url = URL(filePath: path)
        guard let main = try? Data(contentsOf: url) else { throw .unreadable(path) }
        self.init(
            name: url.lastPathComponent, main: Array(main),
            find: Self.finder(in: url.deletingLastPathComponent()))
    }

    /// What reads files of a folder; symbolic links do not lead out of it.
    static func finder(in folder: URL) -> @Sendable (String) -> [UInt8]? {
        { path in
            let root = folder.resolvingSymlinksInPath().standardizedFileURL.path + "/"
            let file = URL(filePath: root + path).resolvingSymlinksInPath().standardizedFileURL
            guard file.path.hasPrefix(root) else { return nil }
            return (try? Data(contentsOf: file)).map { Array($0) }
        }
    }

    var sources: WorkflowSources {
        WorkflowSources(name: name, bytes: main) { path in read.bytes(of: path, find) }
    }

    /// The texts that were read, the main file named after the workflow.
    func texts(main workflow: String) -> [String: String] {
        var texts = read.texts
        texts["\(workflow).yaml"] = String(decoding: main, as: UTF8.self)
        return texts
    }

    private final class ReadOnce: Sendable {
        private let found = Mutex<[String: [UInt8]]>([:])

        var texts: [String: String] {
            found.withLock { $0.mapValues { String(decoding: $0, as: UTF8.self) } }
        }

        func bytes(of path: String, _ find: (String) -> [UInt8]?) -> [UInt8]? {
            found.withLock { found in
                if let known = found[path] { return known }
                let bytes = find(path)
                found[path] = bytes
                return bytes
            }
        }
    }
}

/// A file that a command names, or needs, cannot be read.
package enum FileFault: Error, CustomStringConvertible {
    case unreadable(String)
    /// The definition that a scenario follows, and where it was looked for.
    case noWorkflow(String, of: String, sought: [String])

    package var description: String {
        switch self {
        case .unreadable(let path): "\(path) cannot be read: check the name and its permissions"
        case .noWorkflow(let id, let scenario, let sought):
            "\(scenario) follows the workflow \(id), whose file is neither \(sought.joined(separator: " nor ")): "
                + "name that file before the scenario, or put the scenario into a folder beside it"
        }
    }
}
