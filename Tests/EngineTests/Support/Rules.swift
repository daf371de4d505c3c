import Agreements
import Definitions

/// Workflows of a few lines: only what a rule needs is written, the rest is the same everywhere.
///
/// `TITLE` in a text stands for a title in both languages.
enum Rules {
    /// A workflow whose life has `states`; `processes` are its other charts.
    static func workflow(
        _ states: String, processes: String = "", refusals: [String] = [], duties: String = "",
        notices: [String] = [],
        dossier: String = "", parameters: String = "proposers: [PI_FR]", entry: String = "call",
        also: String = "", version: String = "1"
    ) throws -> Workflow {
        let codes = refusals.map { "  \($0): { fr: Non., en: No. }\n" }.joined()
        let letters = notices.map {
            "  \($0): { to: [PI_FR], subject: { fr: A, en: A }, body: { fr: B, en: B } }\n"
        }.joined()
        let parts = [
            "workflow: test", "version: \"\(version)\"", "TITLE", "instrument: TST", "entry: \(entry)",
            "parameters: { \(parameters) }", also, section("refusals", codes),
            section("duties", indent(duties, 2)),
            section("notices", letters), section("dossier", indent(dossier, 2)), "processes:", "  life:",
            "    TITLE",
            "    initial: draft", "    states:", indent(states, 6), indent(processes, 2),
        ]
        let text = parts.filter { !$0.isEmpty }.joined(separator: "\n")
            .split(separator: "TITLE", omittingEmptySubsequences: false).joined(
                separator: "title: { fr: T, en: T }")
        return try WorkflowLoader().load(WorkflowSources(name: "test.yaml", text: text + "\n"))
    }

    private static func section(_ name: String, _ lines: String) -> String {
        lines.isEmpty ? "" : "\(name):\n\(lines)"
    }

    private static func indent(_ text: String, _ width: Int) -> String {
        text.split(separator: "\n").map { String(repeating: " ", count: width) + $0 }.joined(separator: "\n")
    }
}
