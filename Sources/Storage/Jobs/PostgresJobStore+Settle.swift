import Jobs
import Postgres

extension PostgresJobStore {
    /// Records what became of an attempt; false when the fence no longer holds.
    func settle(_ settlement: Settlement, _ fence: Job.Fence) async throws -> Bool {
        let statement = Self.settling(fence, Self.assignments(of: settlement), settlement.failure)
        do {
            return try await pool.value(Bool.self, statement)
        } catch {
            guard error.kind == .outcomeUnknown else { throw error }
            return try await isSettled(fence, by: statement)
        }
    }

    private static func assignments(of settlement: Settlement) -> SQL {
        switch settlement {
        case .done: "state = 'done', done_at = clock_timestamp()"
        case .retry(let delay, let error):
            """
            state = 'ready', last_error = \(error),
            run_at = statement_timestamp() + make_interval(secs => \(delay.inSeconds))
            """
        case .snooze(let instant):
            """
            state = 'ready', attempts = j.attempts - 1,
            run_at = \(PostgresTimestamp(microseconds: instant.microseconds))
            """
        case .dead(let error): "state = 'dead', done_at = clock_timestamp(), last_error = \(error)"
        case .release: "state = 'ready', attempts = j.attempts - 1, run_at = statement_timestamp()"
        }
    }

    /// The reply was lost.
    ///
    /// Saying it again is safe: the fence lets it happen once; what it then says is no longer told apart from
    /// our own first word, so the row is asked.
    private func isSettled(_ fence: Job.Fence, by statement: SQL) async throws(PostgresError) -> Bool {
        if try await pool.value(Bool.self, statement) { return true }
        let id = Int64(fence.job.text) ?? 0
        return try await pool.value(
            Bool.self,
            SQL(
                "job.settled",
                "SELECT EXISTS (SELECT FROM entente.job WHERE id = \(id) AND lease = \(fence.token) AND state <> 'running')"
            ).readOnly())
    }

    private static func settling(_ fence: Job.Fence, _ assignments: SQL, _ failure: String?) -> SQL {
        SQL(
            "job.settle",
            """
            WITH settled AS (
                UPDATE entente.job j SET lease_until = NULL, \(assignments)
                WHERE j.id = \(Int64(fence.job.text) ?? 0) AND j.lease = \(fence.token)
                    AND j.state = 'running'
                RETURNING j.id, j.lease, j.attempts, j.runner, j.claimed_at
            ), kept AS (
                INSERT INTO entente.job_attempt (job, lease, attempt, runner, claimed_at, error)
                SELECT id, lease, attempts, runner, claimed_at, \(failure)::text FROM settled
                WHERE \(failure)::text IS NOT NULL
            )
            SELECT EXISTS (SELECT FROM settled)
            """)
    }
}

extension Settlement {
    /// The error that is kept with the attempt.
    fileprivate var failure: String? {
        switch self {
        case .retry(_, let error), .dead(let error): error
        case .done, .snooze, .release: nil
        }
    }
}
