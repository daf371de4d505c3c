import Statechart

/// States, transitions and histories. Source: SCXML 1.0, section 3.
extension SCXMLReader {
    typealias Node = StateNode<CELExpression>

    mutating func rootNode(_ root: SCXMLElement) -> Node {
        lines[""] = root.line
        return Node(
            root["name"] ?? "", initial: initial(of: root), data: variables(root), children: states(in: root))
    }

    private mutating func states(in element: SCXMLElement) -> [Node] {
        var nodes: [Node] = []
        for child in element.children {
            switch child.name {
            case "state": nodes.append(state(child, .state))
            case "parallel": nodes.append(state(child, .parallel))
            case "final": nodes.append(state(child, .final))
            case "history": nodes.append(history(child))
            default: break
            }
        }
        return nodes
    }

    private mutating func state(_ element: SCXMLElement, _ kind: Node.Kind) -> Node {
        Node(
            id(of: element), kind, initial: initial(of: element), onEntry: blocks("onentry", of: element),
            onExit: blocks("onexit", of: element), transitions: transitions(of: element),
            invokes: invokes(of: element),
            data: variables(element), doneData: doneData(of: element), children: states(in: element))
    }

    /// The id of a state: a word, because targets are lists of them.
    private mutating func id(of element: SCXMLElement) -> String? {
        guard let id = element["id"] else { return nil }
        lines[id] = element.line
        if !XMLText.isWord(id) {
            report(.value, "\(id.quoted) is no id: it has to be a word without white space.", element)
        }
        return id
    }

    private mutating func history(_ element: SCXMLElement) -> Node {
        let type = choice("type", of: ["shallow", "deep"], element)
        return Node(
            id(of: element), type == "deep" ? .deepHistory : .shallowHistory,
            initial: defaultTarget(in: element))
    }

    private mutating func initial(of element: SCXMLElement) -> DefaultTarget<CELExpression>? {
        let children = element.children("initial")
        if children.count > 1 || (element["initial"] != nil && !children.isEmpty) {
            report(.contradiction, "<\(element.name)> has more than one initial.", element)
        }
        if let child = children.first { return defaultTarget(in: child) }
        return element["initial"] == nil ? nil : DefaultTarget(element.words("initial"))
    }

    /// The one transition of `<initial>` and `<history>`.
    private mutating func defaultTarget(in element: SCXMLElement) -> DefaultTarget<CELExpression>? {
        let transitions = element.children("transition")
        guard transitions.count == 1, let transition = transitions.first else {
            report(.chart, "<\(element.name)> needs exactly one <transition>.", element)
            return nil
        }
        if transition["event"] != nil || transition["cond"] != nil {
            report(
                .contradiction, "The transition of <\(element.name)> has neither event nor cond.", transition)
        }
        return DefaultTarget(transition.words("target"), content: actions(in: transition))
    }

    private mutating func transitions(of element: SCXMLElement) -> [TransitionNode<CELExpression>] {
        var nodes: [TransitionNode<CELExpression>] = []
        for child in element.children("transition") {
            let type = choice("type", of: ["external", "internal"], child)
            let content = actions(in: child)
            checkDescriptors(child)
            if content.isEmpty, !["event", "cond", "target"].contains(where: { child[$0] != nil }) {
                warn(
                    "The transition has neither event nor cond nor target: it would be taken for ever.", child
                )
            }
            nodes.append(
                TransitionNode(
                    on: child.words("event"), if: expression("cond", of: child), to: child.words("target"),
                    isInternal: type == "internal", content: content, label: "line \(child.line)"))
        }
        return nodes
    }

    private mutating func blocks(_ name: String, of element: SCXMLElement) -> [[Action<CELExpression>]] {
        var blocks: [[Action<CELExpression>]] = []
        for child in element.children(name) { blocks.append(actions(in: child)) }
        return blocks
    }
}
