import Agreements
import Statechart

extension WorkflowDiagram {
    /// The Mermaid text (`stateDiagram-v2`): regions of a parallel state are separated by `--`.
    package var mermaid: String {
        let root = Chart<Guard>.root
        var lines = ["---", "title: \(Self.quoted(process.title[language]))", "---", "stateDiagram-v2"]
        lines += mermaidLevel(root, depth: 1)
        lines += arrows.map(mermaidArrow)
        for status in LegalStatus.allCases where status != .none {
            let states = atomicStates.filter { legal($0) == status }
            lines += mermaidClass(status.rawValue, states, "fill:\(DiagramColours.fill(status))")
        }
        let active = atomicStates.filter(isActive)
        let style = "fill:\(DiagramColours.activeFill),stroke:\(DiagramColours.active),stroke-width:3px"
        return (lines + mermaidClass("active", active, style) + [""]).joined(separator: "\n")
    }

    private var atomicStates: [Int] { chart.states.indices.filter { chart.states[$0].isAtomic } }

    private func mermaidClass(_ name: String, _ states: [Int], _ style: String) -> [String] {
        guard !states.isEmpty else { return [] }
        let list = states.map { "s\($0)" }.joined(separator: ",")
        return ["  classDef \(name) \(style),color:\(DiagramColours.ink)", "  class \(list) \(name)"]
    }

    /// An arrow to a history goes to its state, marked H.
    private func mermaidArrow(_ arrow: DiagramArrow) -> String {
        let isHistory = chart.states[arrow.to].isHistory
        let to = isHistory ? chart.states[arrow.to].parent ?? arrow.to : arrow.to
        let notes = arrow.notes.isEmpty ? "" : " [\(arrow.notes.joined(separator: "; "))]"
        return "  s\(arrow.from) --> s\(to) : \(Self.plain(arrow.text + (isHistory ? " (H)" : "") + notes))"
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
        let text = Self.plain(face(index).lines.joined(separator: " — "))
        let head = "\(indent)state \"\(text)\" as s\(index)"
        switch chart.states[index].kind {
        case .compound, .parallel:
            guard isOpen(index) else { return [head] }
            return [head + " {"] + mermaidLevel(index, depth: depth + 1) + [indent + "}"]
        case .final: return [head, "\(indent)s\(index) --> [*]"]
        case .atomic: return [head]
        case .shallowHistory, .deepHistory: return []
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
