/// The bounds of a pool, and what it does with new connections.
package struct PoolConfiguration: Sendable {
    /// The most connections at one time.
    package var connectionsMax = 8

    /// The most tasks that may wait for one; the next is refused at once with `poolExhausted`.
    package var waitersMax = 2_000

    /// The longest wait for a connection; then `acquireTimeout`, or the reason why none could be opened.
    package var acquireTimeLimit: Duration = .seconds(2)

    /// A connection that lay idle for longer is asked a question before it is lent.
    package var healthCheckAfter: Duration = .seconds(30)

    /// A connection is replaced at this age, up to a tenth earlier, so that not all are replaced at once.
    package var lifetimeMax: Duration = .seconds(1800)

    /// The pauses between failed attempts to connect.
    package var backoff = Backoff()

    /// Where jitter comes from: a number from 0 up to, not including, 1.
    package var random: @Sendable () -> Double = { .random(in: 0..<1) }

    /// Runs once on each new connection before it is lent, such as `SET ROLE`.
    ///
    /// When it throws, the connection is closed and counts as not opened.
    package var onConnect: @Sendable (Connection) async throws -> Void = { _ in }

    package init() {}
}
