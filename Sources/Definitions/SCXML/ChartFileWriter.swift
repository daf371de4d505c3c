import Statechart

/// Puts a document into the words of ``ChartFile``.
struct ChartFileWriter {
    func chart(_ document: SCXMLDocument) -> YAMLOutput {
        let node = document.node
        return .members([
            "chart": .text(node.id ?? ""),
            "binding": document.chart.binding == .late ? .text("late") : nil,
            "data": .some(node.data.map(data)), "initial": node.initial.map(target),
            "states": .list(node.children.map { state($0, document.children) }),
        ])
    }

    private func state(_ node: StateNode<CELExpression>, _ documents: [String: SCXMLDocument]) -> YAMLOutput {
        let id = node.id.map(YAMLOutput.text) ?? .null
        if case .shallowHistory = node.kind { return history("history", id, node) }
        if case .deepHistory = node.kind { return history("deep history", id, node) }
        let kind =
            switch node.kind {
            case .parallel: "parallel"
            case .final: "final"
            case .state, .shallowHistory, .deepHistory: "state"
            }
        return .members([
            kind: id, "data": .some(node.data.map(data)), "initial": node.initial.map(target),
            "entry": .some(node.onEntry.map(content)), "exit": .some(node.onExit.map(content)),
            "invoke": .some(node.invokes.map { invoke($0, documents) }),
            "on": .some(node.transitions.map(transition)), "done": payload(node.doneData),
            "states": .some(node.children.map { state($0, documents) }),
        ])
    }

    private func history(_ kind: String, _ id: YAMLOutput, _ node: StateNode<CELExpression>) -> YAMLOutput {
        .members([
            kind: id, "to": node.initial.map { texts($0.targets) },
            "do": .some(node.initial.map { $0.content.map(action) } ?? []),
        ])
    }

    private func target(_ target: DefaultTarget<CELExpression>) -> YAMLOutput {
        guard !target.content.isEmpty else { return texts(target.targets) }
        return .members(["to": texts(target.targets), "do": content(target.content)])
    }

    private func transition(_ node: TransitionNode<CELExpression>) -> YAMLOutput {
        .members([
            "event": node.events.isEmpty ? nil : texts(node.events),
            "if": node.condition.map { .text($0.source) },
            "to": node.targets.isEmpty ? nil : texts(node.targets),
            "internal": node.isInternal ? .flag(true) : nil, "do": .some(node.content.map(action)),
        ])
    }

    private func invoke(_ invoke: Invoke<CELExpression>, _ documents: [String: SCXMLDocument]) -> YAMLOutput {
        var child: YAMLOutput?
        if case .literal(let source) = invoke.source { child = documents[source].map(chart) }
        return .members([
            "type": invoke.type.map { .text($0.source) }, "id": invoke.id.map(YAMLOutput.text),
            "idlocation": invoke.idLocation.map(YAMLOutput.text),
            "forward": invoke.forwardsEvents ? .flag(true) : nil,
            "params": .some(invoke.parameters.map(parameter)),
            "finalize": .some(invoke.finalize.map(action)),
            "source": invoke.computedSource.map(YAMLOutput.text),
            "content": invoke.computedContent.map(YAMLOutput.text),
            "run": invoke.computedSource ?? invoke.computedContent == nil ? child ?? .null : nil,
        ])
    }

    func texts(_ texts: [String]) -> YAMLOutput {
        texts.count == 1 ? .text(texts[0]) : .list(texts.map(YAMLOutput.text))
    }
}
