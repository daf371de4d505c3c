import Postgres

extension Error {
    /// Whether nothing was recorded and the cause lies in the statement itself: sending its parts alone may
    /// succeed.
    var isKnownNotApplied: Bool {
        guard let error = self as? PostgresError else { return true }
        switch error.kind {
        case .unavailable, .authentication, .tooManyConnections, .outcomeUnknown, .storageFull, .cancelled,
            .closed,
            .poolExhausted, .acquireTimeout:
            return false
        default: return true
        }
    }
}
