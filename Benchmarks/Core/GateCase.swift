import Definitions
import Foundation

/// The proof gate on the definitions of a folder.
enum GateCase {
    /// The names of the workflows and, for each, the nanoseconds that its proof takes.
    static func measure(folder: String) throws -> [(name: String, nanoseconds: Double)] {
        let root = URL(filePath: folder, directoryHint: .isDirectory)
        let files = try FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
        return try files.map { file in
            let bytes = Array(try Data(contentsOf: file))
            let sources = WorkflowSources(name: file.lastPathComponent, bytes: bytes) { path in
                (try? Data(contentsOf: root.appending(path: path))).map { Array($0) }
            }
            var isSound = false
            let time = ProcessorClock.nanoseconds { isSound = WorkflowLoader().prove(sources).isSound }
            precondition(isSound, "Every definition of the repository is sound.")
            return (file.deletingPathExtension().lastPathComponent, time)
        }
    }
}
