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
    /// States deeper than `depth` are drawn closed.
    ///
    /// For SVG the thread waits for `dot`, at most 30 s; call it off the cooperative pool's hot paths.
    /// - Throws: ``Refusal`` for a process that is not there; ``ClusterFault`` when `dot` is missing or fails.
    package func draw(
        _ process: String, of workflow: Workflow, for agreement: Agreement? = nil, as format: Format,
        depth: Int? = nil
    ) throws -> String {
        let definition = try definition(process, of: workflow)
        let active =
            agreement?.processes.values.filter { $0.definition == process && $0.status == .active } ?? []
        let diagram = WorkflowDiagram(
            definition, of: workflow, in: language, configuration: Set(active.flatMap(\.configuration)),
            depth: depth)
        switch format {
        case .dot: return diagram.dot
        case .mermaid: return diagram.mermaid
        case .svg:
            let states = active.flatMap(\.state).compactMap { definition.states[$0]?.title[language] }
            return described(try Self.svg(diagram.dot), definition, of: workflow, states, [Self.fitted])
        }
    }

    /// The drawing of `process` as SVG, its states carrying `marks` by id; drawn on a thread of its own, one at a
    /// time.
    ///
    /// What was drawn lately is not drawn again.
    /// - Throws: as ``draw(_:of:for:as:depth:)``; `WebUnavailable` while too many others wait.
    package func picture(
        of process: String, of workflow: Workflow, depth: Int?, marks: [String: String]
    ) async throws -> String {
        let definition = try definition(process, of: workflow)
        let diagram = WorkflowDiagram(definition, of: workflow, in: language, depth: depth, marks: marks)
        let (dot, states) = (diagram.dot, definition.states.values.sorted { $0.order < $1.order })
        let drawn = try await Self.drawings.value(of: dot) { try Self.svg(dot) }
        let told = states.compactMap { state in marks[state.id].map { "\(state.title[language]), \($0)" } }
        return described(drawn, definition, of: workflow, told)
    }

    private static let drawings = KeptWork<String>("drawing", countMax: 64)

    private func definition(_ process: String, of workflow: Workflow) throws(Refusal) -> ProcessDefinition {
        if let definition = workflow.processes[process] { return definition }
        let known = workflow.processes.keys.sorted().joined(separator: ", ")
        throw Refusal.desk(
            "no_such_process", fr: "Pas de processus « \(process.shortened) » ; connus : \(known).",
            en: "No process \"\(process.shortened)\"; known are: \(known).")
    }

    /// The picture with a title and a description for those who cannot see it (WAI-ARIA, SVG 2 section 5.7).
    private func described(
        _ svg: String, _ definition: ProcessDefinition, of workflow: Workflow, _ states: [String],
        _ more: [String] = []
    ) -> String {
        let count = definition.states.count
        let here = states.joined(separator: "; ")
        let title = "\(workflow.title[language]) — \(definition.title[language])"
        let description =
            language == .french
            ? "\(count) états, du début à la fin." + (here.isEmpty ? "" : " En ce moment : \(here).")
            : "\(count) states, from beginning to end." + (here.isEmpty ? "" : " At present: \(here).")
        let parts = [("title", title), ("desc", description)].map { name, text in
            "<\(name) id=\"\(name)\">\(Self.markup(text))</\(name)>"
        }
        guard let start = svg.range(of: "<svg "), let end = svg[start.upperBound...].firstIndex(of: ">")
        else {
            return svg
        }
        let attributes = "role=\"img\" lang=\"\(language.rawValue)\" aria-labelledby=\"title desc\" "
        let head = String(svg[..<start.upperBound]) + attributes + String(svg[start.upperBound...end])
        return ([head] + parts + more).joined(separator: "\n")
            + String(svg[svg.index(after: end)...])
    }

    /// At natural size on a screen, to be read; on one sheet when printed.
    ///
    /// For files only: the policy of pages admits no style in a picture.
    static let fitted = "<style>@media print { :root { width: 100%; height: 100% } }</style>"

    private static func markup(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
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
