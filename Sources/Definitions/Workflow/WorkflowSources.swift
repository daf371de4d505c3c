/// The bytes of a workflow file and of the files that it includes.
///
/// The core stays pure: who calls it says how a file beside the main one is read.
package struct WorkflowSources {
    /// The name of the main file, for messages.
    package var name: String
    package var bytes: [UInt8]
    /// The bytes of a file below the main file's folder, by its relative path; nil when there is none.
    ///
    /// It is asked only for paths that stay below that folder: never absolute, never with `..`.
    package var include: (_ path: String) -> [UInt8]?

    /// The main file, and how others are found; by default none is.
    package init(name: String, bytes: [UInt8], include: @escaping (_ path: String) -> [UInt8]? = { _ in nil })
    {
        self.name = name
        self.bytes = bytes
        self.include = include
    }

    /// The same from texts.
    package init(name: String, text: String, included: [String: String] = [:]) {
        self.init(name: name, bytes: Array(text.utf8)) { path in included[path].map { Array($0.utf8) } }
    }

    /// The files of a published definition, by name, the main one named after it.
    package init(published id: String, files: [String: String]) {
        self.init(name: "\(id).yaml", text: files["\(id).yaml"] ?? "", included: files)
    }

    /// The identity of the files, as ``WorkflowLoader/load(_:)`` gives it to their workflow.
    package var sha256: String { DocumentReader(log: FindingLog()).read(self).sha256 }

    /// Whether an included path stays below the folder of the main file.
    ///
    /// Its parts are printable ASCII without what some file systems reserve; none begins with a dot.
    static func isBelow(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return path.utf8.count <= 200
            && parts.allSatisfy { part in
                part.first.map { $0 != "." } ?? false
                    && part.utf8.allSatisfy { ($0 > 0x20 && $0 < 0x7F) && !#"\:*?"<>|"#.utf8.contains($0) }
            }
    }
}
