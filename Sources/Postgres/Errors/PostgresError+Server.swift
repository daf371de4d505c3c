extension PostgresError {
    /// The error that the server reported in a result.
    init(_ result: PQResult, statement: String?) {
        let state = result.diagnostic(.sqlState)
        self.init(state.map(SQLState.kind) ?? .unavailable(.lost))
        sqlState = state
        severity = result.diagnostic(.severity)
        self.statement = statement
        table = result.diagnostic(.table)
        column = result.diagnostic(.column)
        constraint = result.diagnostic(.constraint)
        message = result.safeMessage
    }

    /// The same error with another phase.
    func during(_ phase: Phase) -> PostgresError {
        var copy = self
        copy.phase = phase
        return copy
    }

    /// The same error for a connection that is gone.
    func losingConnection() -> PostgresError {
        var copy = self
        copy.isConnectionLost = true
        return copy
    }
}
