extension PostgresError {
    /// The error that the server reported in a result.
    ///
    /// - Parameter isValueFree: whether it knew no bound value yet.
    init(_ result: PQResult, statement: String?, isValueFree: Bool) {
        let state = result.diagnostic(.sqlState)
        self.init(state.map(SQLState.kind) ?? .unavailable(.lost))
        sqlState = state
        severity = result.diagnostic(.severity)
        self.statement = statement
        table = result.diagnostic(.table)
        column = result.diagnostic(.column)
        constraint = result.diagnostic(.constraint)
        message = SafeMessage.read(isValueFree: isValueFree, from: result.diagnostic)
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
