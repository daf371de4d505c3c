package import Agreements

/// What the engine needs of storage.
package struct AgreementStore: Sendable {
    /// The legal instant: the database's clock, or the simulated one.
    package var now: @Sendable () async throws -> Instant
    /// One consistent read; `facts.now` is the legal instant of it.
    package var snapshot: @Sendable (SnapshotQuery) async throws -> Snapshot
    /// Records each commit of the batch, or says why not; one transaction, one round trip.
    package var commit: @Sendable ([Commit]) async throws -> [CommitOutcome]
    /// The agreements that have a timer due at `instant`, the oldest first.
    package var due: @Sendable (_ instant: Instant, _ limit: Int) async throws -> [Agreement.ID]
    /// The agreements to which something is told.
    package var agreements: @Sendable (_ audience: Audience) async throws -> [Agreement.ID]

    package init(
        now: @escaping @Sendable () async throws -> Instant,
        snapshot: @escaping @Sendable (SnapshotQuery) async throws -> Snapshot,
        commit: @escaping @Sendable ([Commit]) async throws -> [CommitOutcome],
        due: @escaping @Sendable (Instant, Int) async throws -> [Agreement.ID],
        agreements: @escaping @Sendable (Audience) async throws -> [Agreement.ID]
    ) {
        self.now = now
        self.snapshot = snapshot
        self.commit = commit
        self.due = due
        self.agreements = agreements
    }
}
