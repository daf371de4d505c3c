import Agreements
import FoundationEssentials
package import Postgres

/// Recomputes everything that follows from the events and reports what differs.
///
/// Reads one consistent state of the database, event by event, in batches; memory grows with the longest
/// stream. It changes nothing and finds any single edited row of the event table, of a projection or of a
/// stored value.
package struct AuditVerifier: Sendable {
    private let pool: Pool

    /// Over connections that may read every table.
    package init(_ pool: Pool) { self.pool = pool }

    /// Goes through the whole database.
    ///
    /// - Throws: ``PostgresError``; a difference is a finding, not an error.
    package func verify() async throws -> AuditReport {
        let institution = try await InstitutionStore(pool).load().id
        return try await pool.withTransaction(level: .repeatableRead, readOnly: true) { transaction in
            // Between two batches the pass computes; that is no forgotten transaction.
            try await transaction.execute(
                SQL("audit.patience", "SET LOCAL idle_in_transaction_session_timeout = '10min'").unprepared())
            return try await AuditRun(transaction: transaction, institution: institution).report()
        }
    }
}

/// One pass over the events.
final class AuditRun {
    private static let batch = 500

    let transaction: Transaction
    let institution: String
    var report = AuditReport()
    var register = RegisterFold()

    init(transaction: Transaction, institution: String) {
        self.transaction = transaction
        self.institution = institution
    }

    nonisolated(nonsending) func report() async throws -> AuditReport {
        let heads = try await heads()
        var fold: StreamFold?
        var position = (stream: "", seq: 0)
        while true {
            let rows = try await rows(after: position)
            guard let last = rows.last else { break }
            for row in rows {
                let stream: String = try row["stream"]
                if fold?.stream != stream {
                    try await finish(fold, heads)
                    fold = StreamFold(stream: stream, institution: institution)
                }
                read(row, &fold)
            }
            position = (try last["stream"], try last["seq"])
        }
        try await finish(fold, heads)
        try await checkRegister()
        try await checkTransactions()
        return report
    }

    private func read(_ row: Row, _ fold: inout StreamFold?) {
        report.events += 1
        do {
            let event = try Event(row: row)
            let computed = try event.hash(ofStored: try row.json(JSON.self, "payload"))
            report.findings += fold?.read(event, computed: computed) ?? []
            if let change = event.payload.register { register.apply(change, event) }
        } catch {
            let seq = try? row.decode(Int.self, "seq")
            report.findings.append(
                AuditFinding(.hash, stream: fold?.stream ?? "", seq: seq, "cannot be read: \(error)"))
        }
    }

    private nonisolated(nonsending) func rows(after position: (stream: String, seq: Int)) async throws -> Rows
    {
        try await transaction.query(
            SQL(
                "audit.events",
                """
                SELECT \(Event.columns) FROM entente.event e
                WHERE (e.stream, e.seq) > (\(position.stream)::text, \(position.seq))
                ORDER BY e.stream, e.seq LIMIT \(Self.batch)
                """))
    }

    /// The heads of all streams as the tables have them.
    private nonisolated(nonsending) func heads() async throws -> [String: StreamHead] {
        let rows = try await transaction.query(
            """
            SELECT id::text AS stream, seq, head_hash FROM entente.agreement
            UNION ALL SELECT stream, seq, head_hash FROM entente.stream
            """)
        var heads: [String: StreamHead] = [:]
        for row in rows {
            heads[try row["stream"]] = StreamHead(seq: try row["seq"], hash: try row["head_hash"])
        }
        report.streams = heads.count
        missing = Set(heads.filter { $0.value.seq > 0 }.keys)
        return heads
    }

    /// Streams whose events were not seen yet.
    var missing: Set<String> = []

    private nonisolated(nonsending) func finish(_ fold: StreamFold?, _ heads: [String: StreamHead])
        async throws
    {
        guard let fold else { return }
        missing.remove(fold.stream)
        if heads[fold.stream] != StreamHead(seq: fold.seq, hash: fold.hash) {
            report.findings.append(AuditFinding(.head, stream: fold.stream, "the head is not the last event"))
        }
        if fold.agreement != nil { try await check(fold) }
    }
}

/// Where a stream ends.
struct StreamHead: Hashable {
    var seq: Int
    var hash: String
}
