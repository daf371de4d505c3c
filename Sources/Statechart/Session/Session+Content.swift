/// Executable content. Source: SCXML 1.0, section 4.
extension Session {
    /// Runs one block; its first failure ends it and becomes an error event.
    mutating func execute(_ block: [Action<Expression>]) {
        do throws(EvaluationFailure) {
            try run(block)
        } catch {
            raise(error)
        }
    }

    mutating func raise(_ failure: EvaluationFailure) {
        position.journal.fail(failure)
        raise(.error(failure))
    }

    /// Puts an event at the rear of the internal queue.
    mutating func raise(_ event: Event<Value>) {
        let row = chart.plan.triggers.row(for: event.name)
        raisedEvents.append(event, row: row)
        position.signals.append(row: row, doneState: ChartShape.none)
    }

    private mutating func run(_ actions: [Action<Expression>]) throws(EvaluationFailure) {
        for action in actions { try run(action) }
    }

    /// Counts towards the limit of a macrostep: beyond it every block ends at once, and then the session.
    private mutating func count() throws(EvaluationFailure) {
        actionsRun += 1
        guard actionsRun <= limits.actionsMax else { throw .init("too many actions") }
    }

    private mutating func run(_ action: Action<Expression>) throws(EvaluationFailure) {
        try count()
        switch action {
        case .raise(let name): raise(Event(name, kind: .internal))
        case .send(let send): try run(send)
        case .cancel(let id): outputs.append(.cancel(sendID: try text(of: id)))
        case .assign(let location, let source): try model.assign(value(of: source), to: location)
        case .choose(let branches): try run(branches)
        case .forEach(let loop): try run(loop)
        case .log(let label, let expression): try log(label, expression)
        case .custom(let content): outputs.append(.custom(content))
        }
    }

    private mutating func run(_ branches: [Branch<Expression>]) throws(EvaluationFailure) {
        for branch in branches {
            if let condition = branch.condition, !holds(condition) { continue }
            return try run(branch.content)
        }
    }

    private mutating func run(_ loop: ForEach<Expression>) throws(EvaluationFailure) {
        let elements = try model.elements(of: model.evaluate(loop.array, in: scope))
        try model.declare(loop.item)
        if let index = loop.index { try model.declare(index) }
        for (position, element) in elements.enumerated() {
            try count()
            try model.assign(element, to: loop.item)
            if let index = loop.index { try model.assign(model.value(of: position), to: index) }
            try run(loop.content)
        }
    }

    private mutating func log(_ label: String?, _ expression: Expression?) throws(EvaluationFailure) {
        guard let expression else { return outputs.append(.log(label: label, nil)) }
        outputs.append(.log(label: label, try model.evaluate(expression, in: scope)))
    }

    func value(of source: Source<Expression>) throws(EvaluationFailure) -> Value {
        switch source {
        case .literal(let text): try model.value(reading: text)
        case .expression(let expression): try model.evaluate(expression, in: scope)
        }
    }

    func text(of source: Source<Expression>) throws(EvaluationFailure) -> String {
        switch source {
        case .literal(let text): text
        case .expression(let expression): try model.text(of: model.evaluate(expression, in: scope))
        }
    }
}
