import Agreements
import Foundation

@testable import Definitions

/// Runs checks of the proof gate on one file.
enum PeopleGate {
    /// The findings of these checks alone; those of reading come first, so that a slip in a test is seen.
    static func findings(_ text: String, _ checks: [any WorkflowCheck.Type]) -> [Finding] {
        findings(WorkflowSources(name: "f.yaml", text: text), checks)
    }

    static func findings(_ sources: WorkflowSources, _ checks: [any WorkflowCheck.Type]) -> [Finding] {
        let log = FindingLog()
        let documents = DocumentReader(log: log).read(sources)
        let reading = WorkflowReading(
            log: log, texts: documents.texts, environment: GuardEnvironment.environment(zone: .paris),
            roles: RoleNames.all)
        guard let draft = documents.main.flatMap({ reading.workflow($0, includes: documents.includes) })
        else {
            return log.findings
        }
        for check in checks { check.run(on: draft, log) }
        return log.sorted(mainFile: sources.name)
    }

    /// A file with these states of the life, and what else it needs.
    ///
    /// `TITLE` stands for a title in both languages.
    static func text(
        _ states: String, initial: String = "draft", processes: String = "", duties: String = "",
        notices: String = "", parameters: String = "proposers: [PI_FR], editableIn: [draft]",
        entry: String = "call"
    ) -> String {
        let parts = [
            "workflow: test", "version: \"1\"", "TITLE", "instrument: TST", "entry: \(entry)",
            "parameters: { \(parameters) }",
            "dossier: [{ name: acronym, TITLE, kind: text, required: true }]",
            "refusals: { code: { fr: Non., en: No. } }", section("duties", duties),
            section("notices", notices), "processes:", "  life:", "    TITLE", "    initial: \(initial)",
            "    states:", indent(states, 6), indent(processes, 2),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
            .replacing("TITLE", with: "title: { fr: T, en: T }") + "\n"
    }

    private static func section(_ name: String, _ lines: String) -> String {
        lines.isEmpty ? "" : "\(name):\n\(indent(lines, 2))"
    }

    private static func indent(_ text: String, _ width: Int) -> String {
        text.split(separator: "\n").map { String(repeating: " ", count: width) + $0 }.joined(separator: "\n")
    }

    /// The sources of a shipped workflow.
    static func sources(_ url: URL) throws -> WorkflowSources {
        let folder = url.deletingLastPathComponent()
        return WorkflowSources(name: url.lastPathComponent, bytes: try Checkout.bytes(url)) { path in
            try? Checkout.bytes(folder.appendingPathComponent(path))
        }
    }
}
