package import Jobs
import Postgres

extension PostgresJobStore {
    /// Gives a dead job another life: ready now, with as many attempts again.
    ///
    /// Its history stays. A notice that was refused for good is owed again, to the same address, and under the settings
    /// of the day unless one of its addresses may have received it.
    ///
    /// - Returns: whether it was dead.
    package func redrive(_ id: Job.ID) async throws -> Bool {
        let rows = try await pool.execute(
            SQL(
                "job.redrive",
                """
                WITH revived AS (
                    UPDATE entente.job
                    SET state = 'ready', done_at = NULL, run_at = clock_timestamp(),
                        attempts_max = attempts + attempts_max
                    WHERE id = \(Int64(id.text) ?? 0) AND state = 'dead' RETURNING kind, key)
                , owed AS (
                    UPDATE entente.notice n SET status = 'owed', settled_at = NULL, verdicts = (
                        SELECT coalesce(jsonb_agg(v), '[]') FROM jsonb_array_elements(n.verdicts) v
                        WHERE v ->> 'outcome' <> 'permanent'),
                        letterhead = CASE WHEN n.verdicts @? \(Self.mayHaveArrived)::jsonpath THEN n.letterhead END
                    FROM revived WHERE revived.kind = 'mail' AND n.id::text = revived.key
                        AND n.status IN ('failed', 'bounced'))
                , owed_digest AS (
                    UPDATE entente.digest d SET status = 'owed', settled_at = NULL, verdicts = '[]',
                        letterhead = CASE WHEN d.verdicts @? \(Self.mayHaveArrived)::jsonpath THEN d.letterhead END
                    FROM revived WHERE revived.kind = \(DigestStore.mailKind) AND d.id::text = revived.key
                        AND d.status IN ('failed', 'bounced'))
                , owed_news AS (
                    UPDATE entente.call_mail m SET status = 'owed', settled_at = NULL, verdicts = '[]',
                        letterhead = CASE WHEN m.verdicts @? \(Self.mayHaveArrived)::jsonpath THEN m.letterhead END
                    FROM revived WHERE revived.kind = \(CallMailStore.mailKind) AND m.id::text = revived.key
                        AND m.status IN ('failed', 'bounced'))
                SELECT FROM revived
                """))
        return rows == 1
    }

    private static let mayHaveArrived = #"$[*] ? (@.outcome == "accepted" || @.outcome == "unknown")"#

    /// Calls off a job that has not started; the reason is shown with it.
    ///
    /// - Returns: whether it was ready.
    package func cancel(_ id: Job.ID, because reason: String) async throws -> Bool {
        let rows = try await pool.execute(
            SQL(
                "job.cancel",
                """
                UPDATE entente.job SET state = 'cancelled', done_at = clock_timestamp(),
                    last_error = \(reason)
                WHERE id = \(Int64(id.text) ?? 0) AND state = 'ready'
                """))
        return rows == 1
    }
}
