package import Jobs
package import Postgres

/// Jobs in PostgreSQL: the runner's ``JobStore`` over a pool.
///
/// Time is the database's own. Each closure is one statement; no lock outlives it.
package struct PostgresJobStore: Sendable {
    let pool: Pool

    /// A store over connections that may do what `entente_worker` may.
    package init(_ pool: Pool) { self.pool = pool }

    /// The runner's port.
    package var port: JobStore {
        JobStore(
            claim: { try await claim($0) }, heartbeat: { try await heartbeat($0, $1) },
            settle: { try await settle($0, $1) }, nextDue: { try await nextDue($0) })
    }

    /// Stores jobs; one whose kind and key are there already changes nothing.
    package func insert(_ jobs: [NewJob]) async throws {
        for job in jobs {
            try await pool.execute(
                SQL(
                    "job.insert",
                    """
                    INSERT INTO entente.job (kind, key, sequence, attempts_max, run_at, payload)
                    VALUES (\(job.kind.text), \(job.key), \(job.sequence), \(job.attemptsMax)::int,
                        coalesce(\(job.runAt.map { PostgresTimestamp(microseconds: $0.microseconds) }),
                            clock_timestamp()), \(job.payload))
                    ON CONFLICT (kind, key) DO NOTHING
                    """))
        }
    }

    private func claim(_ claim: JobStore.Claim) async throws -> [Job] {
        let kinds = claim.kinds.map(\.text).sorted()
        // The rows are chosen and locked before the update: a plain subquery may lock more rows than its
        // limit.
        let rows = try await pool.query(
            SQL(
                "job.claim",
                """
                WITH due AS MATERIALIZED (
                    SELECT j.id FROM entente.job j
                    WHERE j.kind = ANY (\(kinds)) AND \(Self.isClaimable)
                    ORDER BY j.run_at, j.id LIMIT \(claim.limit) FOR UPDATE OF j SKIP LOCKED)
                UPDATE entente.job k
                SET state = 'running', attempts = k.attempts + 1, lease = k.lease + 1,
                    runner = \(claim.runner),
                    claimed_at = statement_timestamp(),
                    lease_until = statement_timestamp() + make_interval(secs => \(claim.lease.inSeconds))
                FROM due WHERE k.id = due.id
                RETURNING k.id, k.kind, k.key, k.sequence, k.attempts, k.attempts_max, k.created_at, k.run_at,
                    k.claimed_at, k.payload, k.lease
                """))
        let jobs = try rows.map { try Job(row: $0) }
        return jobs.sorted { ($0.runAt, Int64($0.id.text) ?? 0) < ($1.runAt, Int64($1.id.text) ?? 0) }
    }

    /// Ready and due, or running under a lease that ran out; and nothing earlier of its sequence is pending.
    private static let isClaimable: SQL = """
        ((j.state = 'ready' AND j.run_at <= statement_timestamp())
            OR (j.state = 'running' AND j.lease_until <= statement_timestamp()))
        AND (j.sequence IS NULL OR NOT EXISTS (
            SELECT FROM entente.job e
            WHERE e.sequence = j.sequence AND e.id < j.id AND e.state IN ('ready', 'running')))
        """

    private func heartbeat(_ fences: [Job.Fence], _ duration: Duration) async throws -> Set<Job.Fence> {
        let rows = try await pool.query(
            SQL(
                "job.heartbeat",
                """
                UPDATE entente.job j
                SET lease_until = statement_timestamp() + make_interval(secs => \(duration.inSeconds))
                FROM unnest(\(fences.map { Int64($0.job.text) ?? 0 }), \(fences.map(\.token))) AS f (id,
                    lease)
                WHERE j.id = f.id AND j.lease = f.lease AND j.state = 'running'
                RETURNING j.id, j.lease
                """))
        return Set(try rows.map { try Job.Fence(row: $0) })
    }

    private func nextDue(_ kinds: Set<Job.Kind>) async throws -> Duration? {
        let row = try await pool.one(
            SQL(
                "job.next",
                """
                SELECT extract(epoch FROM min(CASE j.state WHEN 'ready' THEN j.run_at ELSE j.lease_until END)
                    - statement_timestamp())::float8 AS wait
                FROM entente.job j
                WHERE j.kind = ANY (\(kinds.map(\.text).sorted())) AND j.state IN ('ready', 'running')
                    AND (j.sequence IS NULL OR NOT EXISTS (
                        SELECT FROM entente.job e
                        WHERE e.sequence = j.sequence AND e.id < j.id AND e.state IN ('ready', 'running')))
                """
            ).readOnly())
        return try row.decode(Double?.self, "wait").map { .seconds(max(0, $0)) }
    }
}
