package import Agreements
import Definitions
import Foundation

/// Draws a process of a workflow as text for Graphviz or Mermaid, or as SVG with the help of `dot`.
package struct DiagramPainter: Sendable {
    /// What a drawing may be.
    package enum Format: String, Sendable, CaseIterable {
        case svg, dot, mermaid
    }

    private let language: Language

    package init(_ language: Language) { self.language = language }

    /// The drawing of `process` of `workflow`; the active states of `agreement` stand out.
    ///
    /// For SVG the thread waits for `dot`, at most 30 s; call it off the cooperative pool's hot paths.
    /// - Throws: ``Refusal`` for a process that is not there; ``ClusterFault`` when `dot` is missing or fails.
    package func draw(
        _ process: String, of workflow: Workflow, for agreement: Agreement? = nil, as format: Format
    ) throws -> String {
        guard let definition = workflow.processes[process] else {
            let known = workflow.processes.keys.sorted().joined(separator: ", ")
            throw Refusal.desk(
                "no_such_process", fr: "Pas de processus « \(process.shortened) » ; connus : \(known).",
                en: "No process \"\(process.shortened)\"; known are: \(known).")
        }
        let active =
            agreement?.processes.values.filter { $0.definition == process && $0.status == .active } ?? []
        let diagram = WorkflowDiagram(
            definition, in: language, configuration: Set(active.flatMap(\.configuration)))
        switch format {
        case .dot: return diagram.dot
        case .mermaid: return diagram.mermaid
        case .svg: return try Self.svg(diagram.dot)
        }
    }

    private static func svg(_ dot: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "entente-draw-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let (source, picture) = (folder.appending(path: "in.dot"), folder.appending(path: "out.svg"))
        try Data(dot.utf8).write(to: source)
        let command = Invocation(
            program: try program(),
            arguments: [
                "-Tsvg", "-o", picture.path(percentEncoded: false), source.path(percentEncoded: false),
            ])
        let output = try command.run(limit: .seconds(30))
        guard output.status == 0, let svg = try? String(contentsOf: picture, encoding: .utf8) else {
            throw ClusterFault(
                code: .commandFailed, what: "the drawing failed: \(output.text.shortened)", place: "dot",
                advice: "Ask for --format dot or mermaid.")
        }
        return svg
    }

    private static func program() throws -> String {
        let places = ["/usr/bin/dot", "/usr/local/bin/dot"]
        if let place = places.first(where: FileManager.default.isExecutableFile) { return place }
        throw ClusterFault(
            code: .commandFailed, what: "Graphviz is not installed", place: places.joined(separator: ", "),
            advice: "Install it: apt-get install graphviz; or ask for --format dot or mermaid.")
    }
}
