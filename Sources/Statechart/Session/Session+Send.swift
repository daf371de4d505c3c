/// Sending events. Source: SCXML 1.0, section 6.2 and appendix C.1.
extension Session {
    mutating func run(_ send: Send<Expression>) throws(EvaluationFailure) {
        var sendID = send.id
        if let location = send.idLocation, sendID == nil {
            let made = makeID("send")
            try model.assign(model.value(reading: made), to: location)
            sendID = made
        }
        do throws(EvaluationFailure) {
            dispatch(try delivery(of: send, sendID: sendID))
        } catch {
            throw EvaluationFailure(error.description, event: error.event, sendID: sendID)
        }
    }

    /// An id that is unique in this session.
    mutating func makeID(_ prefix: String) -> String {
        idsMade += 1
        return "\(prefix).\(idsMade)"
    }

    private func delivery(of send: Send<Expression>, sendID: String?) throws(EvaluationFailure) -> Delivery<
        Value
    > {
        if let type = send.type, !EventProcessor.types.contains(try text(of: type)) {
            throw .init("no event processor of this type")
        }
        let destination = try destination(of: send)
        let delay = try delay(of: send)
        // What comes later looks for its target then.
        guard delay > .zero || isReachable(destination) else {
            throw .init("the target cannot be reached", event: EvaluationFailure.communication)
        }
        guard delay == .zero || destination != .ownInternal else {
            throw .init("an event to the internal queue cannot be delayed")
        }
        var event = Event(try text(of: send.event), sendID: sendID, data: try sentPayload(of: send.payload))
        if destination == .ownInternal {
            event.kind = .internal
        } else {
            event.origin = Destination.address(of: id)
            event.originType = EventProcessor.type
        }
        return Delivery(event: event, destination: destination, delay: delay, sendID: sendID)
    }

    private func destination(of send: Send<Expression>) throws(EvaluationFailure) -> Destination {
        guard let target = send.target else { return .own }
        guard let destination = Destination(try text(of: target), from: id) else {
            throw .init("no target for events")
        }
        return destination
    }

    private func isReachable(_ destination: Destination) -> Bool {
        switch destination {
        case .own, .ownInternal: true
        case .parent: hasParent
        case .session(let id): reachableSessions.contains(id)
        case .child(let invokeID): children.contains { $0.invokeID == invokeID }
        }
    }

    private func delay(of send: Send<Expression>) throws(EvaluationFailure) -> Duration {
        guard let source = send.delay else { return .zero }
        let text = try text(of: source)
        guard let delay = Duration(delay: text) else { throw .init("no delay: \(text)") }
        return delay
    }

    /// What a driver calls when it cannot hold a delayed event: `error.execution` at the next event, with the
    /// id of the send.
    package mutating func failSend(_ delivery: Delivery<Value>) {
        guard isRunning else { return }
        queue(
            .error(EvaluationFailure("too many delayed events wait", sendID: delivery.sendID)))
    }

    /// What a driver calls when the target of a delayed event is not there: `error.communication` at the next event, with
    /// the id of the send.
    package mutating func failDelivery(_ delivery: Delivery<Value>) {
        guard isRunning else { return }
        queue(
            .error(
                EvaluationFailure(
                    "the target cannot be reached", event: EvaluationFailure.communication,
                    sendID: delivery.sendID)))
    }

    private mutating func dispatch(_ delivery: Delivery<Value>) {
        switch delivery.destination {
        case .ownInternal: raise(delivery.event)
        case .own where delivery.delay == .zero: queue(delivery.event)
        case .own, .parent, .session, .child: outputs.append(.send(delivery))
        }
    }
}
