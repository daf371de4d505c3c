import Postgres

extension AuditRun {
    /// Compares the transaction that an event names with its seal, and with those of the jobs that were asked
    /// for in it.
    ///
    /// The database gives the number when it writes the event, so that no hash of the chain can hold it.
    nonisolated(nonsending) func checkTransactions() async throws {
        let rows = try await transaction.query(
            SQL(
                "audit.transactions",
                """
                SELECT e.stream, e.seq FROM entente.job j
                JOIN entente.event e ON e.stream = j.agreement::text AND e.seq = j.event_seq
                WHERE e.xid <> j.xid
                UNION SELECT e.stream, e.seq FROM entente.job j
                JOIN entente.event e ON e.stream = split_part(j.key, '/', 1)
                    AND e.seq::text = split_part(j.key, '/', 2)
                WHERE j.kind = 'tell' AND e.xid <> j.xid
                UNION SELECT stream, seq FROM entente.event
                WHERE seal IS DISTINCT FROM entente.event_seal(hash, xid)
                ORDER BY stream, seq
                """))
        for row in rows {
            report.findings.append(
                AuditFinding(
                    .transaction, stream: try row["stream"], seq: try row["seq"],
                    "it names another transaction than its seal, or than its jobs"))
        }
    }
}
