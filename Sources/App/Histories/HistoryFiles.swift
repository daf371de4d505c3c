package import Agreements
import Definitions
package import Engine
import Foundation

/// Recorded histories on disk: one file of lines each, and the definitions that they share beside them.
///
/// `FOLDER/NAME.jsonl` holds a history. Its definition is in its first line, or, so that twenty histories of one
/// version do not repeat it, in `FOLDER/definitions/ID-VERSION-SHA256/`, where the SHA-256 is cut to 12 digits.
package struct HistoryFiles: Sendable {
    private let folder: URL

    /// The histories of a folder; nothing is read yet, and a folder that is not there holds none.
    package init(folder: String) { self.folder = URL(filePath: folder) }

    /// The names of the histories, without their ending, sorted.
    package var names: [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".jsonl") }.map { String($0.dropLast(6)) }.sorted()
    }

    /// Reads a history and loads the definitions that it holds, that of its beginning first.
    ///
    /// - Throws: `UnreadableHistory`, ``FileFault``; `InvalidDefinition` when this
    ///   release cannot
    ///   read the definition any more.
    package func read(_ name: String) throws -> (history: History, workflows: [Workflow]) {
        let url = folder.appending(path: "\(name).jsonl")
        guard let text = try? String(contentsOf: url, encoding: .utf8) else {
            throw FileFault.unreadable(url.path)
        }
        var history: History
        do throws(UnreadableHistory) {
            history = try History(
                lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        } catch { throw UnreadableHistory("\(name).jsonl: \(error)") }
        history.definition = filled(history.definition)
        history.later = history.later.map(filled)
        if let lost = history.definitions.first(where: \.files.isEmpty) {
            throw UnreadableHistory("\(name).jsonl: its definition is not in \(place(of: lost).relativePath)")
        }
        return (history, try history.definitions.map { try Self.workflow(of: $0) })
    }

    private func filled(_ definition: History.Definition) -> History.Definition {
        var definition = definition
        if definition.files.isEmpty { definition.files = texts(of: definition) }
        return definition
    }

    /// Writes a history under a name, its definitions beside it.
    package func write(_ history: History, as name: String) throws {
        var head = history
        head.definition.files = [:]
        for index in head.later.indices { head.later[index].files = [:] }
        for definition in history.definitions { try write(definition) }
        let text = try head.lines().joined(separator: "\n") + "\n"
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: folder.appending(path: "\(name).jsonl"))
    }

    private func write(_ definition: History.Definition) throws {
        let place = place(of: definition)
        for (path, text) in definition.files {
            let url = place.appending(path: path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
    }

    /// The workflow of a definition's texts.
    ///
    /// - Throws: `InvalidDefinition`; a ``Refusal`` when the texts are not those that the history was
    ///   recorded with.
    package static func workflow(of definition: History.Definition) throws -> Workflow {
        let main = "\(definition.id).yaml"
        let workflow = try WorkflowLoader().load(
            WorkflowSources(name: main, text: definition.files[main] ?? "", included: definition.files))
        guard workflow.sha256 == definition.sha256 else {
            throw Refusal.desk(
                "other_definition",
                fr: "Le texte de \(definition.id)@\(definition.version) n’est pas celui de l’historique.",
                en: "The text of \(definition.id)@\(definition.version) is not that of the history.")
        }
        return workflow
    }

    private func place(of definition: History.Definition) -> URL {
        folder.appending(
            path: "definitions/\(definition.id)-\(definition.version)-\(definition.sha256.prefix(12))")
    }

    private func texts(of definition: History.Definition) -> [String: String] {
        let place = place(of: definition)
        guard let files = FileManager.default.enumerator(atPath: place.path) else { return [:] }
        var texts: [String: String] = [:]
        for case let path as String in files where path.hasSuffix(".yaml") {
            texts[path] = try? String(contentsOf: place.appending(path: path), encoding: .utf8)
        }
        return texts
    }
}
