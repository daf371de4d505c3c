import Jobs
import Postgres
import Storage
import TestSupport
import Testing

@Suite("Jobs in PostgreSQL")
struct PostgresJobStoreTests {
    @Test("The store keeps each promise of the port", arguments: JobStoreConformance.checks)
    func promise(check: JobStoreConformance.Check) async throws {
        try await StorageFixture.withDatabase { database in
            let pool = Pool(database)
            do {
                try await check.run(Self.harness(pool))
                await pool.shutdown()
            } catch {
                await pool.shutdown()
                throw error
            }
        }
    }

    private static func harness(_ pool: Pool) -> JobStoreHarness {
        let store = PostgresJobStore(pool)
        return JobStoreHarness(
            store: store.port, insert: { try await store.insert($0) },
            advance: { kind, duration in
                let seconds = Double(duration.microseconds) / 1_000_000
                try await pool.execute(
                    """
                    UPDATE entente.job SET run_at = run_at - make_interval(secs => \(seconds)),
                        lease_until = lease_until - make_interval(secs => \(seconds))
                            WHERE kind = \(kind.text)
                    """)
            },
            record: { kind, key in try await record(kind, key, pool) })
    }

    private static func record(_ kind: Job.Kind, _ key: String, _ pool: Pool) async throws -> JobRecord? {
        let row = try await pool.oneOrNone(
            """
            SELECT state, attempts, ARRAY(SELECT error FROM entente.job_attempt a WHERE a.job = j.id
                ORDER BY lease)
                AS errors FROM entente.job j WHERE kind = \(kind.text) AND key = \(key)
            """)
        return try row.map { row in
            JobRecord(
                state: Job.State(rawValue: try row["state"]) ?? .cancelled, attempts: try row["attempts"],
                errors: try row["errors"])
        }
    }

    @Test("A dead job can be given another life, a ready one can be called off")
    func operations() async throws {
        try await StorageFixture.withDatabase { database in
            let pool = Pool(database)
            let store = PostgresJobStore(pool)
            try await store.insert([NewJob(kind: "k", key: "a", attemptsMax: 1)])
            let claim = JobStore.Claim(kinds: ["k"], limit: 1, lease: .seconds(60), runner: "test")
            let job = try #require(try await store.port.claim(claim).first)
            #expect(try await store.port.settle(.dead(error: "550"), job.fence))
            #expect(try await store.redrive(job.id))
            #expect(try await store.redrive(job.id) == false)
            let again = try #require(try await store.port.claim(claim).first)
            #expect(again.attempt == 2 && again.attemptsMax == 2)
            #expect(try await store.port.settle(.release, again.fence))
            #expect(try await store.cancel(job.id, because: "no longer wanted"))
            #expect(try await store.port.claim(claim).isEmpty)
            await pool.shutdown()
        }
    }
}
