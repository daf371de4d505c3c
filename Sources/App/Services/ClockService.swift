package import Agreements
import Storage

/// Moves the legal clock of a simulated database, and lets what falls due be served.
package struct ClockService: Sendable {
    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    /// Moves the clock to `instant`, stopping at every due instant on the way; with `jump` it leaps, as an outage
    /// would, and what fell due meanwhile is served late.
    ///
    /// - Throws: ``StorageFault/clockIsReal`` outside a simulated database, ``StorageFault/clockGoesBack``.
    package func advance(to instant: Instant, jump: Bool = false) async throws {
        let timers = TimerService(installation)
        while !jump, let due = try await installation.clock.nextDueInstant(), due < instant {
            if due > (try await installation.clock.show().now) {
                try await installation.clock.advance(to: due)
            }
            guard try await timers.serveDue() > 0 else { break }
        }
        try await installation.clock.advance(to: instant)
        _ = try await timers.serveDue()
    }
}
