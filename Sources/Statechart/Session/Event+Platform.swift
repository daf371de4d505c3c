extension Event {
    /// What a driver delivers to the parent when a child session has finished.
    package static func done(invokeID: String, data: Value?) -> Event {
        Event("done.invoke.\(invokeID)", invokeID: invokeID, data: data)
    }

    static func error(_ failure: EvaluationFailure) -> Event {
        Event(failure.event, kind: .platform, sendID: failure.sendID)
    }
}
