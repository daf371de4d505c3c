/// Child sessions. Source: SCXML 1.0, section 6.4 and appendix D.
extension Session {
    /// Starts the children of states that were entered and are still active at the end of the macrostep.
    mutating func startChildren() {
        for state in position.toInvoke {
            for number in chart.states[state].invokes.indices { startChild(number, of: state) }
        }
        position.toInvoke.removeAll()
    }

    private mutating func startChild(_ number: Int, of state: Int) {
        let invoke = chart.states[state].invokes[number]
        do throws(EvaluationFailure) {
            try checkType(of: invoke)
            let invokeID = invoke.id ?? makeID(chart.id(state))
            if let location = invoke.idLocation {
                try model.assign(model.value(reading: invokeID), to: location)
            }
            let arguments = try fields(invoke.parameters).map { ($0.name, $0.value) }
            let request = ChildRequest(
                invokeID: invokeID, state: chart.id(state), source: try text(of: invoke.source),
                isContent: invoke.isContent, arguments: Dictionary(arguments) { _, last in last })
            children.append(Child(state: state, invoke: number, invokeID: invokeID))
            outputs.append(.startChild(request))
        } catch {
            raise(error)
        }
    }

    private func checkType(of invoke: Invoke<Expression>) throws(EvaluationFailure) {
        guard let expression = invoke.type else { return }
        let type = try text(of: .expression(expression))
        guard EventProcessor.childTypes.contains(type) else {
            throw EvaluationFailure("there is no child session of the type \(type)")
        }
    }

    /// What a driver calls when it could not start a child: `error.communication` at the next event, whose data
    /// is the name of its document, unless the document itself was given.
    package mutating func failChild(_ request: ChildRequest<Value>) {
        children.removeAll { $0.invokeID == request.invokeID }
        guard isRunning else { return }
        let failure = EvaluationFailure("no such child session", event: EvaluationFailure.communication)
        var event = Event<Value>.error(failure)
        event.invokeID = request.invokeID
        event.data = request.isContent ? nil : try? model.value(reading: request.source)
        queue(event)
    }

    mutating func cancelChildren(of state: Int) {
        for child in children where child.state == state {
            outputs.append(.cancelChild(invokeID: child.invokeID))
        }
        children.removeAll { $0.state == state }
    }

    /// Before an external event selects transitions: its child's `finalize`, and copies to forward.
    mutating func serveChildren(_ event: Event<Value>) {
        for child in children {
            let invoke = chart.states[child.state].invokes[child.invoke]
            if child.invokeID == event.invokeID { execute(invoke.finalize) }
            if invoke.forwardsEvents { outputs.append(.forward(event, toChild: child.invokeID)) }
        }
        children.removeAll { $0.invokeID == event.invokeID && event.name == "done.invoke.\($0.invokeID)" }
    }
}
