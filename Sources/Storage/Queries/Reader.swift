import Postgres

/// Connections of `entente_app` that ask each question in somebody's name, in the transaction of the
/// question.
struct Reader: Querying {
    let pool: Pool
    let sight: Sight

    @discardableResult
    func pipeline(_ statements: [SQL], timeLimit: Duration?) async throws(PostgresError) -> [Rows] {
        let name = SQL("actor", "SELECT set_config('entente.actor', \(sight.actor), true)").readOnly()
        return Array(try await pool.pipeline([name] + statements, timeLimit: timeLimit).dropFirst())
    }
}
