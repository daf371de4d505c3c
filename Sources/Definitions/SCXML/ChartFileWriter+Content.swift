import Statechart

/// Variables, executable content and what events carry.
extension ChartFileWriter {
    func data(_ item: DataItem<CELExpression>) -> YAMLOutput {
        .members(["id": .text(item.id), "value": item.value.map(source)])
    }

    func content(_ actions: [Action<CELExpression>]) -> YAMLOutput { .list(actions.map(action)) }

    func action(_ action: Action<CELExpression>) -> YAMLOutput {
        switch action {
        case .raise(let event): .members(["raise": .text(event)])
        case .send(let send): self.send(send)
        case .cancel(let id): .members(["cancel": source(id)])
        case .assign(let location, let value):
            .members(["assign": .text(location), "value": source(value)])
        case .choose(let branches): .members(["choose": .list(branches.map(branch))])
        case .forEach(let loop):
            .members([
                "foreach": .text(loop.item), "index": loop.index.map(YAMLOutput.text),
                "in": .text(loop.array.source), "do": content(loop.content),
            ])
        case .log(let label, let value):
            .members([
                "log": label.map(YAMLOutput.text) ?? .null, "expr": value.map { .text($0.source) },
            ])
        case .custom(let text): .members(["custom": .text(text)])
        }
    }

    private func branch(_ branch: Branch<CELExpression>) -> YAMLOutput {
        .members(["if": branch.condition.map { .text($0.source) }, "do": content(branch.content)])
    }

    private func send(_ send: Send<CELExpression>) -> YAMLOutput {
        let (parameters, content) = parts(send.payload)
        return .members([
            "send": source(send.event), "to": send.target.map(source), "type": send.type.map(source),
            "after": send.delay.map(source), "id": send.id.map(YAMLOutput.text),
            "idlocation": send.idLocation.map(YAMLOutput.text), "params": parameters, "content": content,
        ])
    }

    func payload(_ payload: Payload<CELExpression>) -> YAMLOutput? {
        if case .nothing = payload { return nil }
        let (parameters, content) = parts(payload)
        return .members(["params": parameters, "content": content])
    }

    private func parts(_ payload: Payload<CELExpression>) -> (parameters: YAMLOutput?, content: YAMLOutput?) {
        switch payload {
        case .nothing: (nil, nil)
        case .parameters(let parameters): (.list(parameters.map(parameter)), nil)
        case .content(let content): (nil, source(content))
        }
    }

    func parameter(_ parameter: Parameter<CELExpression>) -> YAMLOutput {
        let key = parameter.value.isLocation ? "location" : "expr"
        return .members(["name": .text(parameter.name), key: .text(parameter.value.source)])
    }

    private func source(_ source: Source<CELExpression>) -> YAMLOutput {
        switch source {
        case .literal(let text): .text(text)
        case .expression(let expression):
            .members([
                "src": expression.file.map(YAMLOutput.text),
                "expr": expression.file == nil ? .text(expression.source) : nil,
            ])
        }
    }
}
