/// Where a session stands when nothing is queued.
package struct Rest: Sendable {
    fileprivate let configuration: StateSet
    fileprivate let history: ChartShape.History
}

extension Session {
    /// Where the session stands.
    package var rest: Rest { Rest(configuration: position.configuration, history: position.history) }

    /// Goes on from where a session of the same chart rested; what was under way is dropped, nothing is run.
    ///
    /// Nothing is allocated. It is enough for charts without content, variables and children; a ``Snapshot``
    /// knows more.
    package mutating func rest(at rest: Rest) {
        position.configuration = rest.configuration
        position.history = rest.history
        position.finalState = nil
        position.signals.removeAll()
        position.toInvoke.removeAll()
        if !raisedEvents.isEmpty { raisedEvents.removeAll() }
        if !externalQueue.isEmpty { externalQueue.removeAll() }
        if !failedConditions.isEmpty { failedConditions = [] }
        if !outputs.isEmpty { outputs = [] }
        fault = nil
        status = .running
        position.isClear = true
    }
}
