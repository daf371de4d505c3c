import Statechart

/// Executable content. Source: SCXML 1.0, sections 4 and 6.
extension SCXMLReader {
    typealias Content = [Action<CELExpression>]

    mutating func actions(in element: SCXMLElement) -> Content { actions(element.children) }

    private mutating func actions(_ elements: [SCXMLElement]) -> Content {
        var content: Content = []
        for element in elements {
            if let action = action(element) { content.append(action) }
        }
        return content
    }

    private mutating func action(_ element: SCXMLElement) -> Action<CELExpression>? {
        switch element.name {
        case "raise": .raise(element["event"] ?? "")
        case "if": .choose(branches(of: element))
        case "foreach": .forEach(loop(element))
        case "log": .log(label: element["label"], expression("expr", of: element))
        case "assign": assign(element)
        case "send": .send(send(element))
        case "cancel": cancel(element)
        default: nil
        }
    }

    /// `<elseif>` and `<else>` cut the children of `<if>` into branches.
    private mutating func branches(of element: SCXMLElement) -> [Branch<CELExpression>] {
        var branches: [Branch<CELExpression>] = []
        var head = element
        var inside: [SCXMLElement] = []
        for child in element.children {
            guard child.name == "elseif" || child.name == "else" else {
                inside.append(child)
                continue
            }
            branches.append(branch(head, inside))
            if head.name == "else" { report(.contradiction, "<\(child.name)> comes after <else>.", child) }
            (head, inside) = (child, [])
        }
        return branches + [branch(head, inside)]
    }

    private mutating func branch(_ head: SCXMLElement, _ inside: [SCXMLElement]) -> Branch<CELExpression> {
        Branch(if: expression("cond", of: head), actions(inside))
    }

    private mutating func loop(_ element: SCXMLElement) -> ForEach<CELExpression> {
        let item = element["item"] ?? ""
        for name in [item, element["index"]].compactMap({ $0 }) where !CELLocation.isName(name) {
            warn("`\(name)` is no name for a variable.", element)
        }
        return ForEach(
            item, index: element["index"], in: expression("array", of: element) ?? CELExpression(""),
            actions(in: element))
    }

    private mutating func assign(_ element: SCXMLElement) -> Action<CELExpression> {
        let location = element["location"] ?? ""
        checkLocation(location, element)
        if let value = expression("expr", of: element) {
            if element.inlineText != nil {
                report(.contradiction, "<assign> has both expr and content.", element)
            }
            return .assign(location: location, .expression(value))
        }
        return .assign(location: location, literal(element.text, element))
    }

    private mutating func send(_ element: SCXMLElement) -> Send<CELExpression> {
        if element["event"] == nil, element["eventexpr"] == nil {
            report(.missingAttribute, "<send> needs the attribute event or eventexpr.", element)
        }
        checkSend(element)
        return Send(
            source("event", or: "eventexpr", of: element) ?? .literal(""),
            to: source("target", or: "targetexpr", of: element),
            type: source("type", or: "typeexpr", of: element),
            after: source("delay", or: "delayexpr", of: element), id: element["id"],
            idLocation: element["idlocation"], payload: payload(of: element))
    }

    private mutating func cancel(_ element: SCXMLElement) -> Action<CELExpression>? {
        guard let id = source("sendid", or: "sendidexpr", of: element) else {
            report(.missingAttribute, "<cancel> needs the attribute sendid or sendidexpr.", element)
            return nil
        }
        return .cancel(id)
    }
}
