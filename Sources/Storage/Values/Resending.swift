import Postgres

/// Sends again what the database may have recorded already, where the second arrival of a request gets the
/// first answer.
enum Resending {
    private static let attemptsMax = 3

    /// Runs `send` until its reply comes, a few times at most.
    ///
    /// `send` hears whether an earlier sending may have been applied: then it writes something of its own, so
    /// that a standby confirms what that one left uncertain.
    /// - Throws: what `send` throws; `outcomeUnknown` when an earlier sending may have been applied and could
    ///   not be looked up.
    static func run<Answer>(
        isolation: isolated (any Actor)? = #isolation, _ send: (_ isWitnessed: Bool) async throws -> Answer
    ) async throws -> Answer {
        var (isWitnessed, attempt) = (false, 1)
        while true {
            do { return try await send(isWitnessed) } catch let error as PostgresError {
                isWitnessed = isWitnessed || error.kind == .outcomeUnknown
                guard attempt < attemptsMax, error.isRetryable || error.kind == .outcomeUnknown else {
                    throw isWitnessed ? PostgresError(.outcomeUnknown) : error
                }
                attempt += 1
            }
        }
    }
}
