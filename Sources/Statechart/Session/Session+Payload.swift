/// What events carry. Source: SCXML 1.0, sections 5.5 to 5.7.
extension Session {
    /// The data of a done event: a parameter that fails is left out, content that fails is nothing.
    mutating func payload(of doneData: Payload<Expression>) -> Value? {
        switch doneData {
        case .nothing: return nil
        case .content(let source):
            return attempt { session throws(EvaluationFailure) in try session.value(of: source) }
        case .parameters(let parameters):
            var fields: [(name: String, value: Value)] = []
            for parameter in parameters {
                let value = attempt { session throws(EvaluationFailure) in
                    try session.model.evaluate(parameter.value, in: session.scope)
                }
                if let value { fields.append((parameter.name, value)) }
            }
            guard !fields.isEmpty else { return nil }
            return attempt { session throws(EvaluationFailure) in try session.model.value(of: fields) }
        }
    }

    /// The data of a sent event: the first failure is the failure of the send.
    func sentPayload(of payload: Payload<Expression>) throws(EvaluationFailure) -> Value? {
        switch payload {
        case .nothing: nil
        case .content(let source): try value(of: source)
        case .parameters(let parameters): try model.value(of: fields(parameters))
        }
    }

    func fields(_ parameters: [Parameter<Expression>]) throws(EvaluationFailure) -> [(
        name: String, value: Value
    )] {
        var fields: [(name: String, value: Value)] = []
        for parameter in parameters {
            fields.append((parameter.name, try model.evaluate(parameter.value, in: scope)))
        }
        return fields
    }

    private mutating func attempt<Result>(
        _ body: (borrowing Session) throws(EvaluationFailure) -> Result
    ) -> Result? {
        do throws(EvaluationFailure) {
            return try body(self)
        } catch {
            raise(error)
            return nil
        }
    }
}
