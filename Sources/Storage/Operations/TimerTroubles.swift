package import Agreements
package import Postgres

/// What the runner notes of timers that it could not serve, so that they are seen and do not spin.
package struct TimerTroubles: Sendable {
    private let pool: Pool

    /// Over connections that may do what `entente_worker` may.
    package init(_ pool: Pool) { self.pool = pool }

    /// Notes that the first due timer of an agreement could not be served, and when it is tried again: after
    /// one second, then twice as long each time, five minutes at most.
    ///
    /// Nothing is noted when no timer of it is due.
    package func note(_ agreement: Agreement.ID, code: String, cause: LocalizedText, rule: String?)
        async throws
    {
        try await pool.execute(
            SQL(
                "timer.trouble",
                """
                INSERT INTO entente.timer_trouble AS x (
                    timer, agreement, code, cause_fr, cause_en, rule, retry_at)
                SELECT t.id, t.agreement, \(code), \(cause.fr), \(cause.en), \(rule),
                    clock_timestamp() + interval '1 second'
                FROM entente.timer t
                WHERE t.agreement = \(agreement) AND t.status = 'armed' AND t.due_at <= entente.now()
                ORDER BY t.due_at, t.document_order LIMIT 1
                ON CONFLICT (timer) DO UPDATE SET code = excluded.code, cause_fr = excluded.cause_fr,
                    cause_en = excluded.cause_en, rule = excluded.rule, attempts = x.attempts + 1,
                    retry_at = clock_timestamp()
                        + least(interval '5 minutes', interval '1 second' * 2 ^ least(x.attempts, 10))
                """))
    }
}
