package import Jobs

/// A store under test with what the port does not offer: putting jobs in, letting time pass, looking.
///
/// Over PostgreSQL `advance` moves `run_at` and `lease_until` of this kind's rows back by the duration: to
/// the store that is the same as time having passed.
package struct JobStoreHarness: Sendable {
    package var store: JobStore
    /// Stores jobs; a (kind, key) that exists already is left out.
    package var insert: @Sendable ([NewJob]) async throws -> Void
    package var advance: @Sendable (_ kind: Job.Kind, _ duration: Duration) async throws -> Void
    package var record: @Sendable (Job.Kind, _ key: String) async throws -> JobRecord?

    /// A store under test and the ways in which a check reaches behind its port.
    package init(
        store: JobStore, insert: @escaping @Sendable ([NewJob]) async throws -> Void,
        advance: @escaping @Sendable (Job.Kind, Duration) async throws -> Void,
        record: @escaping @Sendable (Job.Kind, String) async throws -> JobRecord?
    ) {
        (self.store, self.insert, self.advance, self.record) = (store, insert, advance, record)
    }

    /// The harness of the store in memory.
    package static func inMemory(_ memory: InMemoryJobStore = .init()) -> JobStoreHarness {
        JobStoreHarness(
            store: memory.store, insert: { memory.insert($0) }, advance: { memory.advance(by: $1) },
            record: { memory.record($0, $1) })
    }
}
