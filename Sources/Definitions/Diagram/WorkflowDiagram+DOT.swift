import Agreements
import Statechart

extension WorkflowDiagram {
    /// The Graphviz text: compound states are clusters, regions of parallel states dashed ones.
    package var dot: String {
        var lines = [
            "digraph \(Self.quoted(process.name)) {",
            "  compound=true; rankdir=TB; nodesep=0.3; ranksep=0.4;",
            "  label=\(Self.quoted(process.title[language])); labelloc=t; fontname=\"sans-serif\";",
            "  node [shape=box, style=\"rounded,filled\", fillcolor=white];",
            "  node [fontname=\"sans-serif\", fontsize=10];",
            "  edge [fontname=\"sans-serif\", fontsize=9];",
            "  start [shape=point, width=0.12, label=\"\"];",
        ]
        for child in chart.states[Chart<Guard>.root].children { lines += dotState(child, depth: 1) }
        for target in chart.states[Chart<Guard>.root].initial.targets {
            lines.append("  " + dotArrow(from: "start", source: nil, to: target, text: ""))
        }
        for arrow in arrows {
            let line = dotArrow(
                from: "s\(leaf(arrow.from))", source: arrow.from, to: arrow.to, text: arrow.text)
            lines.append("  " + line)
        }
        return (lines + ["}", ""]).joined(separator: "\n")
    }

    private func dotState(_ index: Int, depth: Int) -> [String] {
        let indent = String(repeating: "  ", count: depth)
        guard isCluster(index) else { return [indent + dotNode(index)] }
        let parent = chart.states[index].parent ?? Chart<Guard>.root
        let style = chart.states[parent].kind == .parallel ? "dashed" : "rounded"
        let colour = isActive(index) ? "#b34700" : "#888888"
        let label = Self.quoted(lines(index).joined(separator: "\n"))
        let head = [
            indent + "subgraph cluster_\(index) {",
            "\(indent)  label=\(label); style=\(style); color=\"\(colour)\";",
        ]
        let inside = chart.states[index].children.flatMap { dotState($0, depth: depth + 1) }
        return head + inside + [indent + "}"]
    }

    private func dotNode(_ index: Int) -> String {
        var attributes = ["label=\(Self.quoted(lines(index).joined(separator: "\n")))"]
        if chart.states[index].kind == .final { attributes.append("peripheries=2") }
        if isActive(index) { attributes.append("fillcolor=\"#ffe0b3\", color=\"#b34700\", penwidth=2") }
        return "s\(index) [\(attributes.joined(separator: ", "))];"
    }

    /// An arrow that ends at the border of a cluster, unless its other end lies inside.
    private func dotArrow(from: String, source: Int?, to: Int, text: String) -> String {
        var attributes = text.isEmpty ? [] : ["label=\(Self.quoted(text))"]
        if let source, isCluster(source), !contains(leaf(to), in: source) {
            attributes.append("ltail=cluster_\(source)")
        }
        if isCluster(to), !(source.map { contains(leaf($0), in: to) } ?? false) {
            attributes.append("lhead=cluster_\(to)")
        }
        let list = attributes.isEmpty ? "" : " [\(attributes.joined(separator: ", "))]"
        return "\(from) -> s\(leaf(to))\(list);"
    }

    private func contains(_ index: Int, in cluster: Int) -> Bool {
        index == cluster || chart.isDescendant(index, of: cluster)
    }

    private func isCluster(_ index: Int) -> Bool { !chart.states[index].isAtomic }

    /// The atomic state that stands for a cluster at the end of an arrow.
    private func leaf(_ index: Int) -> Int {
        let state = chart.states[index]
        guard !state.isAtomic, let next = state.initial.targets.first ?? state.children.first else {
            return index
        }
        return leaf(next)
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing(
            "\n", with: "\\n")
        return "\"\(escaped)\""
    }
}
