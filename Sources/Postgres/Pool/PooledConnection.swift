/// A connection of a pool with what the pool must remember about it.
struct PooledConnection: Sendable {
    let connection: Connection
    let expiry: ContinuousClock.Instant
    var lastUse: ContinuousClock.Instant
}
