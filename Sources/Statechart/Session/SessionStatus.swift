/// Where a session is in its life.
package enum SessionStatus<Value: Sendable>: Sendable {
    case unstarted
    case running
    /// A top-level final state was entered; its done data, if it has any.
    case finished(Value?)
    /// Ended from outside.
    case cancelled
    case faulted(SessionFault)
}

extension SessionStatus: Equatable where Value: Equatable {}
