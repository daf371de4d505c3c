import Postgres

extension AuditRun {
    /// Compares what was written in the transaction of an event, beside its projections: its seal, its jobs, the answer to
    /// its request, the numbers that it took.
    nonisolated(nonsending) func checkTransactions() async throws {
        try await find(
            .transaction, "it names another transaction than its seal, or than its jobs", Self.foreign)
        try await find(.head, "the last seal is not the one that its stream keeps", Self.unsealed)
        try await find(.projection, "a notice and its job do not belong together", Self.orphaned)
        try await find(.projection, "its request has not the answer that it was given", Self.unanswered)
        try await find(.projection, "a series of numbers is not at the last that was taken", Self.miscounted)
    }

    private nonisolated(nonsending) func find(
        _ kind: AuditFinding.Kind, _ detail: String, _ statement: SQL
    ) async throws {
        for row in try await transaction.query(SQL("audit.\(kind.rawValue)", statement)) {
            report.findings.append(
                AuditFinding(kind, stream: try row["stream"], seq: try row["seq"], detail))
        }
    }

    /// The database gives a transaction's number when it writes the event, so that no hash of the chain can hold it: a chain
    /// of seals does.
    private static let foreign: SQL = """
        SELECT e.stream, e.seq FROM entente.job j
        JOIN entente.event e ON e.stream = j.agreement::text AND e.seq = j.event_seq
        WHERE e.xid <> j.xid
        UNION SELECT e.stream, e.seq FROM entente.job j
        JOIN entente.event e ON e.stream = split_part(j.key, '/', 1)
            AND e.seq::text = split_part(j.key, '/', 2)
        WHERE j.kind = 'tell' AND e.xid <> j.xid
        UNION SELECT stream, seq FROM (
            SELECT stream, seq, seal, entente.event_seal(hash, xid, lag(seal) OVER (
                PARTITION BY stream ORDER BY seq)) AS expected
            FROM entente.event) s
        WHERE seal IS DISTINCT FROM expected
        ORDER BY stream, seq
        """

    private static let unsealed: SQL = """
        SELECT s.stream, s.seq FROM (
            SELECT id::text AS stream, seq, head_seal FROM entente.agreement
            UNION ALL SELECT stream, seq, head_seal FROM entente.stream) s
        LEFT JOIN entente.event e USING (stream, seq)
        WHERE s.head_seal IS DISTINCT FROM e.seal
        """

    private static let orphaned: SQL = """
        SELECT coalesce(n.agreement, j.agreement)::text AS stream, coalesce(n.event_seq, j.event_seq) AS seq
        FROM entente.notice n
        FULL JOIN (SELECT * FROM entente.job WHERE kind = 'mail') j ON j.key = n.id::text
        WHERE j.id IS NULL OR n.id IS NULL OR j.agreement <> n.agreement OR j.event_seq <> n.event_seq
            OR j.message_id IS DISTINCT FROM n.message_id OR n.message_id NOT LIKE '<' || n.id || '@%'
            OR n.eliminated_at IS NULL AND j.recipient IS DISTINCT FROM n.to_address
        """

    private static let unanswered: SQL = """
        SELECT e.stream, e.seq FROM entente.event e
        WHERE e.request_id <> '' AND NOT EXISTS (
            SELECT FROM entente.request r
            WHERE r.stream = e.stream AND r.id = e.request_id AND r.seq >= e.seq
                AND (r.answer ->> 'seq')::bigint = r.seq)
        """

    private static let miscounted: SQL = """
        WITH taken AS (
            SELECT regexp_replace(reference, '-[0-9]+$', '') AS series,
                substring(reference FROM '[0-9]+$')::int AS number
            FROM entente.agreement WHERE reference IS NOT NULL
            UNION ALL SELECT 'register-' || substring(register_number FROM '^[0-9]+'),
                substring(register_number FROM '-([0-9]+)$')::int
            FROM entente.agreement WHERE register_number IS NOT NULL)
        SELECT coalesce(t.series, k.series) AS stream, NULL::bigint AS seq
        FROM (SELECT series, max(number) AS last FROM taken GROUP BY series) t
        FULL JOIN entente.counter k USING (series)
        WHERE t.last IS DISTINCT FROM k.value
        """
}
