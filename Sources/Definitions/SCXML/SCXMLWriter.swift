import Statechart

/// Writes charts as SCXML 1.0 documents with CEL expressions.
///
/// Reading what was written gives the same chart, except that files were loaded: their content stands inside.
/// Source: SCXML 1.0, sections 3 to 6.
struct SCXMLWriter {
    typealias Node = StateNode<CELExpression>

    /// The namespace of what only Entente knows: other processors ignore it, and so does ``SCXMLReader``.
    static let namespace = "urn:entente:workflow"

    /// Elements of ``namespace`` that a state carries, by its id.
    var stateNotes: [String: [XMLText]] = [:]
    /// Elements of ``namespace`` that a transition carries, by its label.
    var transitionNotes: [String: [XMLText]] = [:]

    func scxml(
        _ root: Node, binding: Chart<CELExpression>.Binding, children: [String: SCXMLDocument]
    ) -> XMLText {
        let name = root.id ?? ""
        var element = XMLText(
            "scxml",
            [
                "xmlns": SCXMLElement.namespace, "version": "1.0", "datamodel": "cel",
                "name": name.isEmpty ? nil : name, "binding": binding == .late ? "late" : nil,
                "initial": root.initial?.targets.joined(separator: " "),
            ])
        element.children = stateNotes["", default: []] + data(root.data)
        element.children += root.children.map { state($0, children) }
        return element
    }

    private func state(_ node: Node, _ documents: [String: SCXMLDocument]) -> XMLText {
        switch node.kind {
        case .shallowHistory, .deepHistory: return history(node)
        case .state, .parallel, .final: break
        }
        let hasContent = !(node.initial?.content.isEmpty ?? true)
        var element = XMLText(
            name(of: node.kind),
            ["id": node.id, "initial": hasContent ? nil : node.initial?.targets.joined(separator: " ")])
        element.children = node.id.flatMap { stateNotes[$0] } ?? []
        element.children += data(node.data)
        if hasContent, let initial = node.initial {
            element.children.append(XMLText("initial", [:], [defaultTransition(initial)]))
        }
        element.children += node.onEntry.map { XMLText("onentry", [:], content($0)) }
        element.children += node.onExit.map { XMLText("onexit", [:], content($0)) }
        element.children += node.invokes.map { invoke($0, documents) }
        element.children += node.transitions.map(transition)
        if let done = payload("donedata", node.doneData) { element.children.append(done) }
        element.children += node.children.map { state($0, documents) }
        return element
    }

    private func name(of kind: Node.Kind) -> String {
        switch kind {
        case .state: "state"
        case .parallel: "parallel"
        case .final: "final"
        case .shallowHistory, .deepHistory: "history"
        }
    }

    private func history(_ node: Node) -> XMLText {
        XMLText(
            "history", ["id": node.id, "type": node.kind == .deepHistory ? "deep" : "shallow"],
            node.initial.map { [defaultTransition($0)] } ?? [])
    }

    private func defaultTransition(_ target: DefaultTarget<CELExpression>) -> XMLText {
        XMLText(
            "transition", ["target": target.targets.joined(separator: " ")], content(target.content))
    }

    private func transition(_ node: TransitionNode<CELExpression>) -> XMLText {
        let notes = node.label.flatMap { transitionNotes[$0] } ?? []
        return XMLText(
            "transition",
            [
                "event": node.events.isEmpty ? nil : node.events.joined(separator: " "),
                "cond": node.condition?.source,
                "target": node.targets.isEmpty ? nil : node.targets.joined(separator: " "),
                "type": node.isInternal ? "internal" : nil,
            ], notes + content(node.content))
    }

    private func data(_ items: [DataItem<CELExpression>]) -> [XMLText] {
        guard !items.isEmpty else { return [] }
        return [
            XMLText(
                "datamodel", [:],
                items.map { item in
                    var element = XMLText("data", ["id": item.id])
                    if let value = item.value { fill(&element, value, blankAsExpression: true) }
                    return element
                })
        ]
    }
}
