import Statechart

/// Executable content, payloads and child sessions. Source: SCXML 1.0, sections 4 to 6.
extension SCXMLWriter {
    func content(_ actions: [Action<CELExpression>]) -> [XMLText] { actions.map(element) }

    private func element(_ action: Action<CELExpression>) -> XMLText {
        switch action {
        case .raise(let event): return XMLText("raise", ["event": event])
        case .send(let send): return element(send)
        case .cancel(let id): return XMLText("cancel", attributes("sendid", id))
        case .assign(let location, let value):
            var element = XMLText("assign", ["location": location])
            fill(&element, value, blankAsExpression: false)
            return element
        case .choose(let branches): return element(branches)
        case .forEach(let loop):
            return XMLText(
                "foreach", ["array": loop.array.source, "item": loop.item, "index": loop.index],
                content(loop.content))
        case .log(let label, let value): return XMLText("log", ["label": label, "expr": value?.source])
        case .custom(let text): return XMLText("entente:do", ["xmlns:entente": Self.namespace, "what": text])
        }
    }

    private func element(_ branches: [Branch<CELExpression>]) -> XMLText {
        var element = XMLText("if", ["cond": branches.first?.condition?.source ?? "true"])
        for (number, branch) in branches.enumerated() {
            if number > 0 {
                let head = branch.condition.map { XMLText("elseif", ["cond": $0.source]) }
                element.children.append(head ?? XMLText("else"))
            }
            element.children += content(branch.content)
        }
        return element
    }

    private func element(_ send: Send<CELExpression>) -> XMLText {
        var element = XMLText("send", attributes("event", send.event))
        if let target = send.target { element.add(attributes("target", target)) }
        if let type = send.type { element.add(attributes("type", type)) }
        if let delay = send.delay { element.add(attributes("delay", delay)) }
        // An author's id wins over a location for one: a document has only one of them.
        element.add(["id": send.id, "idlocation": send.id == nil ? send.idLocation : nil])
        element.children = contents(of: send.payload)
        return element
    }

    func invoke(_ invoke: Invoke<CELExpression>, _ documents: [String: SCXMLDocument]) -> XMLText {
        var element = XMLText(
            "invoke",
            [
                "type": invoke.type == nil ? "scxml" : nil, "typeexpr": invoke.type?.source,
                "srcexpr": invoke.computedSource, "id": invoke.id,
                "idlocation": invoke.id == nil ? invoke.idLocation : nil,
                "autoforward": invoke.forwardsEvents ? "true" : nil,
            ])
        element.children = invoke.parameters.map(parameter)
        if case .literal(let source) = invoke.source, let child = documents[source] {
            let scxml = SCXMLWriter().scxml(
                child.node, binding: child.chart.binding, children: child.children)
            element.children.append(XMLText("content", [:], [scxml]))
        }
        if let computed = invoke.computedContent {
            element.children.append(XMLText("content", ["expr": computed]))
        }
        if !invoke.finalize.isEmpty {
            element.children.append(XMLText("finalize", [:], content(invoke.finalize)))
        }
        return element
    }

    func payload(_ name: String, _ payload: Payload<CELExpression>) -> XMLText? {
        if case .nothing = payload { return nil }
        return XMLText(name, [:], contents(of: payload))
    }

    private func contents(of payload: Payload<CELExpression>) -> [XMLText] {
        switch payload {
        case .nothing: return []
        case .parameters(let parameters): return parameters.map(parameter)
        case .content(let source):
            var element = XMLText("content")
            fill(&element, source, blankAsExpression: false)
            return [element]
        }
    }

    private func parameter(_ parameter: Parameter<CELExpression>) -> XMLText {
        let attribute = parameter.value.isLocation ? "location" : "expr"
        return XMLText("param", ["name": parameter.name, attribute: parameter.value.source])
    }

    /// The value as a text inside or as `expr`; blank text inside `<data>` would mean that there is no value.
    func fill(_ element: inout XMLText, _ value: Source<CELExpression>, blankAsExpression: Bool) {
        switch value {
        case .expression(let expression):
            element.attributes.append(
                expression.file.map { ("src", $0) } ?? ("expr", expression.source))
        case .literal(let text) where blankAsExpression && text.allSatisfy(\.isWhitespace):
            element.attributes.append(("expr", "''"))
        case .literal(let text): element.text = text
        }
    }

    private func attributes(
        _ name: String, _ source: Source<CELExpression>
    ) -> KeyValuePairs<String, String?> {
        switch source {
        case .literal(let text): [name: text]
        case .expression(let expression): ["\(name)expr": expression.source]
        }
    }
}

extension XMLText {
    fileprivate mutating func add(_ more: KeyValuePairs<String, String?>) {
        attributes += more.compactMap { name, value in value.map { (name, $0) } }
    }
}
