import Agreements
import Statechart

extension WorkflowDiagram {
    /// The Mermaid text (`stateDiagram-v2`): regions of a parallel state are separated by `--`.
    package var mermaid: String {
        let root = Chart<Guard>.root
        var lines = ["---", "title: \(Self.quoted(process.title[language]))", "---", "stateDiagram-v2"]
        lines += mermaidLevel(root, depth: 1)
        lines += arrows.map { "  s\($0.from) --> s\($0.to) : \(Self.plain($0.text))" }
        let active = chart.states.indices.filter { isActive($0) && chart.states[$0].isAtomic }
        if !active.isEmpty {
            lines.append("  classDef active fill:#ffe0b3,stroke:#b34700,stroke-width:2px")
            lines.append("  class \(active.map { "s\($0)" }.joined(separator: ",")) active")
        }
        return (lines + [""]).joined(separator: "\n")
    }

    private func mermaidLevel(_ index: Int, depth: Int) -> [String] {
        let indent = String(repeating: "  ", count: depth)
        let state = chart.states[index]
        if state.kind == .parallel {
            let regions = state.children.map { mermaidState($0, depth: depth) }
            return Array(regions.joined(separator: [indent + "--"]))
        }
        let start = state.initial.targets.map { "\(indent)[*] --> s\($0)" }
        return start + state.children.flatMap { mermaidState($0, depth: depth) }
    }

    private func mermaidState(_ index: Int, depth: Int) -> [String] {
        let indent = String(repeating: "  ", count: depth)
        let text = Self.plain(lines(index).joined(separator: " — "))
        let head = "\(indent)state \"\(text)\" as s\(index)"
        switch chart.states[index].kind {
        case .compound, .parallel:
            return [head + " {"] + mermaidLevel(index, depth: depth + 1) + [indent + "}"]
        case .final: return [head, "\(indent)s\(index) --> [*]"]
        case .atomic, .shallowHistory, .deepHistory: return [head]
        }
    }

    /// The text without the characters that have a meaning in Mermaid.
    private static func plain(_ text: String) -> String {
        text.map { character in
            switch character {
            case "\"": "'"
            case "#", ";", ":", "{", "}", "\n", "%", "<", ">": " "
            default: String(character)
            }
        }.joined()
    }

    private static func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "'"))\"" }
}
