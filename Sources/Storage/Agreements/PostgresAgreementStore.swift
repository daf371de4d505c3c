package import Agreements
package import Engine
import FoundationEssentials
package import Postgres

/// Agreements in PostgreSQL: the engine's ``AgreementStore`` over a pool.
///
/// A snapshot is one statement; a batch of commits is one statement, which is one transaction. Nothing is
/// locked in between. Use ``GroupCommitter`` to let concurrent commits share that statement.
package struct PostgresAgreementStore: Sendable {
    let pool: Pool
    private let institution: String

    /// A store for the institution of the database.
    /// - Parameter pool: connections that may do what the role `entente_engine` may.
    package init(_ pool: Pool) async throws {
        self.pool = pool
        institution = try await InstitutionStore(pool).load().id
    }

    /// The legal instant.
    package func now() async throws -> Instant {
        try await pool.value(Instant.self, SQL("clock.now", "SELECT entente.now()").readOnly())
    }

    /// What one decision reads, as of one instant; `facts.now` never lies before the agreement's last event.
    package func snapshot(_ query: SnapshotQuery) async throws -> Snapshot {
        let text = try await pool.value(
            PostgresJSON.self,
            query.statement.readOnly())
        return try JSONText.read(SnapshotDocument.self, text.text).snapshot()
    }

    /// Records each commit of the batch or says why not, in one transaction.
    ///
    /// When the reply is lost, the same batch is sent again: a commit that was applied is then recognised by
    /// its request, or is stale because its own events are there.
    /// - Throws: ``PostgresError``; unless it is `outcomeUnknown`, nothing was recorded.
    package func commit(_ commits: [Commit]) async throws -> [CommitOutcome] {
        guard !commits.isEmpty else { return [] }
        let order = commits.indices.sorted {
            let (a, b) = (commits[$0].decision.agreement.id, commits[$1].decision.agreement.id)
            return a == b ? $0 < $1 : a < b
        }
        let documents = try order.map { try CommitDocument(commits[$0]).json(institution: institution) }
        let batch = PostgresJSON(JSON.array(documents).canonical)
        let sorted = try await Resending.run { try await self.outcomes(of: batch, $0) }
        guard sorted.count == commits.count else { throw StorageFault.unreadable("\(sorted.count) outcomes") }
        var outcomes = Array(repeating: CommitOutcome.stale, count: commits.count)
        for (position, index) in order.enumerated() { outcomes[index] = sorted[position] }
        return outcomes
    }

    private func outcomes(of batch: PostgresJSON, _ isWitnessed: Bool) async throws(PostgresError)
        -> [CommitOutcome]
    {
        let rows = try await pool.query(
            SQL(
                "commit",
                "SELECT outcome, answer FROM entente.commit_batch(\(batch), \(isWitnessed)) ORDER BY n"))
        var outcomes: [CommitOutcome] = []
        for row in rows { outcomes.append(try CommitOutcome(row: row)) }
        return outcomes
    }

    /// The agreements that have a timer due at `instant`, the oldest due first.
    ///
    /// One whose timer could not be served is left out until it is to be tried again.
    package func due(at instant: Instant, limit: Int) async throws -> [Agreement.ID] {
        let rows = try await pool.query(
            SQL(
                "timer.due",
                """
                SELECT t.agreement FROM entente.timer t WHERE t.status = 'armed' AND t.due_at <= \(instant)
                    AND NOT EXISTS (
                        SELECT FROM entente.timer_trouble x JOIN entente.timer b ON b.id = x.timer
                        WHERE x.agreement = t.agreement AND x.retry_at > clock_timestamp()
                            AND b.status = 'armed')
                GROUP BY t.agreement ORDER BY min(t.due_at), t.agreement LIMIT \(limit)
                """
            ).readOnly())
        return try rows.values(Agreement.ID.self, "agreement")
    }

    /// The agreements of an audience, in the order in which they were proposed.
    package func agreements(of audience: Audience) async throws -> [Agreement.ID] {
        try await pool.query(audience.statement.readOnly()).values(Agreement.ID.self, "id")
    }

    /// The engine's port; commits go through `committer` when it is given.
    package func port(committer: GroupCommitter? = nil) -> AgreementStore {
        AgreementStore(
            now: { try await now() }, snapshot: { try await snapshot($0) },
            commit: { commits in
                if let committer { try await committer.commit(commits) } else { try await commit(commits) }
            },
            due: { try await due(at: $0, limit: $1) }, agreements: { try await agreements(of: $0) })
    }
}

extension CommitOutcome {
    fileprivate init(row: Row) throws(PostgresError) {
        switch try row.decode(String.self, "outcome") {
        case "committed": self = .committed
        case "stale": self = .stale
        case "request_id_reused": self = .requestIDReused
        default:
            guard let answer = try? row.json(Answer.self, "answer") else {
                throw PostgresError(.decoding(expected: "Answer"))
            }
            self = .answered(answer)
        }
    }
}

extension SnapshotQuery {
    /// One statement, so that both parts are read as of one instant.
    fileprivate var statement: SQL {
        let query = PostgresJSON(document.canonical)
        guard wantsErasable else {
            return SQL(
                "snapshot",
                """
                SELECT entente.snapshot(\(query))
                    || jsonb_build_object('taken', entente.taken_names(\(agreement)::uuid))
                """)
        }
        return SQL(
            "snapshot.erasable",
            """
            SELECT entente.snapshot(\(query))
                || jsonb_build_object('erasable', entente.erasable(\(agreement)::uuid))
            """)
    }

    fileprivate var document: JSON {
        [
            "agreement": .string(agreement.description),
            "request": request.map {
                ["actor": .string($0.actor), "id": .string($0.id), "fingerprint": .string($0.fingerprint)]
            } ?? .null,
            "people": .array(people.map { .string($0.description) }),
            "named": .array(
                ((proposal?.people ?? []).map(\.person) + (proposal?.labs ?? []).map(\.head)).map {
                    .string($0.description)
                }),
            "parties": .array(
                ((proposal?.parties ?? []) + organisations).filter(\.isStorable).map(JSON.string)),
            "cites": .array((proposal?.cites ?? []).map { .string($0.description) }),
            "unit": named(proposal?.unit), "itmo": named(proposal?.itmo),
            "call": .text(call ?? proposal?.call),
        ]
    }

    /// A text that cannot be stored is the name of nothing.
    private func named(_ text: String?) -> JSON { .text(text.flatMap { $0.isStorable ? $0 : nil }) }
}
