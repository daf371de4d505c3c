/// A task that waits for a connection of a pool.
struct PoolWaiter: Sendable {
    let continuation: CheckedContinuation<Result<PooledConnection, PostgresError>, Never>
}
