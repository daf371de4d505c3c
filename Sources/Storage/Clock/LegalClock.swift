package import Agreements
package import Postgres

/// Legal time as the database gives it.
package struct LegalClock: Sendable {
    private let pool: Pool

    package init(_ pool: Pool) { self.pool = pool }

    /// The legal instant alone: what most of the pages ask.
    package func now() async throws -> Instant {
        try await pool.one(SQL("clock.now", "SELECT entente.now() AS now").readOnly())["now"]
    }

    /// Where legal time stands, and what falls due next.
    package func show() async throws -> LegalTime {
        let row = try await pool.one(
            SQL(
                "clock.show",
                """
                SELECT entente.now() AS now, EXISTS (SELECT FROM entente.clock) AS simulated,
                    (SELECT t.due_at FROM entente.timer t WHERE t.status = 'armed' AND NOT EXISTS (
                        SELECT FROM entente.timer_trouble x JOIN entente.timer b ON b.id = x.timer
                        WHERE x.agreement = t.agreement AND b.status = 'armed')
                    ORDER BY t.due_at LIMIT 1) AS next_due
                """
            ).readOnly())
        return LegalTime(now: try row["now"], isSimulated: try row["simulated"], nextDue: try row["next_due"])
    }

    /// Moves the simulated clock forward to `instant`; what becomes due meanwhile is the caller's to serve.
    ///
    /// - Throws: ``StorageFault/clockIsReal`` or ``StorageFault/clockGoesBack``; nothing has moved then.
    package func advance(to instant: Instant) async throws {
        let moved = try await pool.execute(
            SQL("clock.advance", "UPDATE entente.clock SET at = \(instant) WHERE at <= \(instant)"))
        guard moved == 0 else { return }
        throw try await show().isSimulated ? StorageFault.clockGoesBack : StorageFault.clockIsReal
    }
}

/// Legal time, and what is next.
package struct LegalTime: Codable, Sendable, Hashable {
    package var now: Instant
    package var isSimulated: Bool
    /// When the next armed timer is due; nil when none is armed.
    ///
    /// Agreements that wait for a timer which cannot be served are left out: time does not stop for them.
    package var nextDue: Instant?

    package init(now: Instant, isSimulated: Bool, nextDue: Instant?) {
        self.now = now
        self.isSimulated = isSimulated
        self.nextDue = nextDue
    }
}
