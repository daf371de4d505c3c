import Agreements
import Statechart

extension WorkflowDiagram {
    /// The Graphviz text: compound states are clusters, regions of parallel states dashed ones.
    ///
    /// What leads from a state to itself stands beside it as a note, for which Graphviz keeps room.
    ///
    /// A legend shows what occurs.
    package var dot: String {
        let root = Chart<Guard>.root
        var lines = [
            "digraph \(DOTText.quoted(process.name)) {",
            "  compound=true; rankdir=\(isWide ? "LR" : "TB"); nodesep=0.35; ranksep=0.8; pad=0.3;",
            "  label=\(DOTText.quoted(process.title[language])); labelloc=t; fontname=\"Helvetica\"; fontsize=22;",
            "  node [shape=plain, fontname=\"Helvetica\", fontsize=12, fontcolor=\"\(DiagramColours.ink)\"];",
            "  edge [fontname=\"Helvetica\", fontsize=11, arrowsize=0.8];",
            "  start [shape=circle, style=filled, fillcolor=\"\(DiagramColours.ink)\", width=0.18, label=\"\"];",
        ]
        for child in chart.states[root].children { lines += dotState(child, depth: 1) }
        for target in chart.states[root].initial.targets {
            lines.append("  " + dotArrow(from: "start", source: nil, to: target, attributes: []))
        }
        lines += arrows.filter { !isLoop($0) }.map { "  " + dotArrow($0) }
        return (lines + [DiagramLegend(self).dot, "}", ""]).joined(separator: "\n")
    }

    private func dotState(_ index: Int, depth: Int) -> [String] {
        let indent = String(repeating: "  ", count: depth)
        let state = chart.states[index]
        guard shown(index) == index else { return [] }
        if state.isHistory {
            return ["\(indent)s\(index) [shape=circle, label=\"H*\", width=0.3, fixedsize=true];"]
        }
        guard isOpen(index) else { return ([dotNode(index)] + dotLoops(of: index)).map { indent + $0 } }
        let parent = state.parent ?? Chart<Guard>.root
        let style = chart.states[parent].kind == .parallel ? "dashed" : "rounded"
        let colour = isActive(index) ? DiagramColours.active : "#707070"
        let head = [
            indent + "subgraph cluster_\(index) {",
            "\(indent)  label=<\(DOTText.lines(of: face(index), language))>; labeljust=l; fontsize=12;",
            "\(indent)  style=\"\(style),filled\"; fillcolor=\"\(DiagramColours.fill(legal(index)))\";",
            "\(indent)  color=\"\(colour)\"; penwidth=\(isActive(index) ? 2 : 1);",
        ]
        let histories = chart.states.indices.filter {
            chart.states[$0].isHistory && chart.states[$0].parent == index
        }
        return head + (state.children + histories).flatMap { dotState($0, depth: depth + 1) } + [indent + "}"]
    }

    private func dotNode(_ index: Int) -> String {
        let isFinal = chart.states[index].kind == .final
        let fill = isActive(index) ? DiagramColours.activeFill : DiagramColours.fill(legal(index))
        let border = isActive(index) ? DiagramColours.active : "#505050"
        let width = isActive(index) ? 3 : isFinal ? 2 : 1
        let label =
            "<table border=\"\(width)\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"4\" "
            + "style=\"\(isFinal ? "" : "rounded")\" bgcolor=\"\(fill)\" color=\"\(border)\"><tr><td>"
            + "\(DOTText.lines(of: face(index), language, isEnd: isFinal, isHere: isActive(index)))</td></tr></table>"
        return "s\(index) [label=<\(label)>];"
    }

    private func isLoop(_ arrow: DiagramArrow) -> Bool { leaf(arrow.from) == leaf(arrow.to) }

    /// The arrows from a state to itself, each a note that points back at it.
    private func dotLoops(of state: Int) -> [String] {
        arrows.filter { isLoop($0) && leaf($0.from) == state }.enumerated().flatMap { number, arrow in
            let (note, colour) = ("s\(state)n\(number)", colour(of: arrow))
            return [
                "\(note) [label=<\(DOTText.label(arrow))>, fontsize=11, fontcolor=\"\(colour)\"];",
                "s\(state) -> \(note) [dir=back, color=\"\(colour)\", style=\(style(of: arrow))];",
            ]
        }
    }

    private func colour(of arrow: DiagramArrow) -> String {
        switch arrow.kind {
        case .act: DiagramColours.act
        case .timer: DiagramColours.timer
        case .machine: DiagramColours.machine
        }
    }

    private func style(of arrow: DiagramArrow) -> String {
        switch arrow.kind {
        case .act: "solid"
        case .timer: "dashed"
        case .machine: "dotted"
        }
    }

    private func dotArrow(_ arrow: DiagramArrow) -> String {
        let colour = colour(of: arrow)
        return dotArrow(
            from: "s\(leaf(arrow.from))", source: arrow.from, to: arrow.to,
            attributes: (arrow.isFurther ? [] : ["label=<\(DOTText.label(arrow))>"]) + [
                "color=\"\(colour)\"", "fontcolor=\"\(colour)\"",
                "style=\(style(of: arrow))",
            ])
    }

    /// An arrow that ends at the border of a cluster, unless its other end lies inside.
    private func dotArrow(from: String, source: Int?, to: Int, attributes: [String]) -> String {
        var attributes = attributes
        if let source, isOpen(source), !contains(leaf(to), in: source) {
            attributes.append("ltail=cluster_\(source)")
        }
        if isOpen(to), !(source.map { contains(leaf($0), in: to) } ?? false) {
            attributes.append("lhead=cluster_\(to)")
        }
        let list = attributes.isEmpty ? "" : " [\(attributes.joined(separator: ", "))]"
        return "\(from) -> s\(leaf(to))\(list);"
    }

    private func contains(_ index: Int, in cluster: Int) -> Bool {
        index == cluster || chart.isDescendant(index, of: cluster)
    }

    /// The atomic state that stands for a cluster at the end of an arrow.
    private func leaf(_ index: Int) -> Int {
        let state = chart.states[index]
        guard isOpen(index), let next = state.initial.targets.first ?? state.children.first else {
            return index
        }
        return leaf(next)
    }
}
