/// A COPY under way on a connection.
struct CopySession {
    let statement: SQL

    /// Whether the end of the COPY commits it.
    let decides: Bool
    var timeLimit: Duration
    let start = ContinuousClock.now

    /// An error of the COPY that this side found.
    func refusal(_ kind: PostgresError.Kind) -> PostgresError {
        var error = PostgresError(kind).during(.copy)
        error.statement = statement.label
        return error
    }
}
