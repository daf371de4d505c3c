import Definitions
import Foundation

/// Finds what a trial needs from the paths that it is given: scenario files, workflow files, or folders.
struct ScenarioFolderReader {
    var scenarios: [(path: String, file: ScenarioFile)] = []
    /// Workflow files that were named.
    var workflows: [String] = []

    /// - Throws: ``FileFault``, `InvalidDefinition`.
    init(_ paths: [String]) throws {
        for path in paths { try add(path) }
        // A workflow alone is tried by the scenarios that lie beside it.
        guard scenarios.isEmpty else { return }
        for workflow in workflows {
            let folder = URL(filePath: workflow).deletingLastPathComponent().appending(path: "scenarios")
            let id = URL(filePath: workflow).deletingPathExtension().lastPathComponent
            for path in (try? Self.files(of: folder.relativePath)) ?? [] {
                try add(path)
                if let last = scenarios.last, !last.file.workflows.contains(id) { scenarios.removeLast() }
            }
        }
    }

    private mutating func add(_ path: String) throws {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            let files = try Self.files(of: path)
            guard !files.isEmpty else { throw WrongUsage(path, "this folder holds no scenario (*.yaml)") }
            for file in files { try add(file) }
            return
        }
        guard let data = FileManager.default.contents(atPath: path) else { throw FileFault.unreadable(path) }
        let text = String(decoding: data, as: UTF8.self)
        if text.split(separator: "\n").contains(where: { $0.hasPrefix("scenario:") }) {
            scenarios.append((path, try ScenarioFile.read(Array(data), file: path)))
        } else {
            workflows.append(path)
        }
    }

    private static func files(of folder: String) throws -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw FileFault.unreadable(folder)
        }
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
    }

    /// The file of a workflow that a scenario names: one that was given, else beside the scenario's folder.
    ///
    /// - Throws: ``FileFault`` where there is none.
    func workflow(_ id: String, for scenario: String) throws -> String {
        if let given = workflows.first(where: { $0.hasSuffix("/\(id).yaml") || $0 == "\(id).yaml" }) {
            return given
        }
        let folder = URL(filePath: scenario).deletingLastPathComponent()
        let places = [folder.deletingLastPathComponent(), folder].map {
            $0.appending(path: "\(id).yaml").relativePath
        }
        guard let path = places.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
            throw FileFault.noWorkflow(id, of: scenario, sought: places)
        }
        return path
    }
}

extension ScenarioFile {
    /// The workflows that its proposals follow.
    var workflows: Set<String> {
        Set(steps.compactMap(\.proposal).compactMap { $0.workflow ?? workflow })
    }
}
