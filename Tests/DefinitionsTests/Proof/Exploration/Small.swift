import Definitions

/// Small definitions for the proof gate: what is said in a test, within the rest that every file needs.
enum Small {
    /// A workflow whose processes and more are `body`; `$T` stands for a title in both languages.
    static func workflow(_ body: String, head: String = "") -> String {
        let text = """
            workflow: small
            version: "1"
            title: { fr: Petit, en: Small }
            instrument: SML
            entry: open
            \(head.replacing("\n", with: "\n"))
            processes:

            """
        let indented = body.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
        return (text + indented.joined(separator: "\n") + "\n").replacing(
            "$T", with: "title: { fr: A, en: A }")
    }

    /// A life of these states, the first being initial.
    static func life(_ states: String, initial: String = "a", more: String = "", head: String = "") -> String
    {
        let lines = states.split(separator: "\n").map { "    " + $0 }
        let life = "life:\n  $T\n  initial: \(initial)\n  states:\n" + lines.joined(separator: "\n")
        return workflow(life + (more.isEmpty ? "" : "\n" + more), head: head)
    }

    static func prove(_ text: String) -> Proof {
        WorkflowLoader().prove(WorkflowSources(name: "f.yaml", text: text))
    }

    /// The findings of the behaviour in short: line, code and path.
    static func findings(_ text: String) -> [String] {
        let proof = prove(text)
        return (proof.findings + proof.warnings).map { finding in
            "\(finding.line) \(finding.code.rawValue)"
                + (finding.path.isEmpty ? "" : ": " + finding.path.joined(separator: ", "))
        }
    }
}
