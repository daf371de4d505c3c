extension Runner {
    /// How a runner works; the defaults take over a killed runner's jobs within ten seconds.
    package struct Configuration: Sendable, Equatable {
        /// Shown to operators: host and process.
        package var name: String
        /// Attempts at once, at least one.
        package var concurrency = 8
        package var lease: Duration = .seconds(8)
        /// Between renewals of all leases in one call.
        package var heartbeat: Duration = .seconds(2)
        /// The longest rest between two looks at the store, in case a wake-up was lost.
        package var poll: Duration = .seconds(1)
        /// How long a shutdown waits for attempts to end by themselves.
        package var grace: Duration = .seconds(20)
        /// Between tries while the store fails.
        package var storeBackoff = Backoff(base: .milliseconds(100), cap: .seconds(5), jitter: 0.5)

        package init(name: String) { self.name = name }
    }
}
