package import Agreements
import Storage

/// Moves the legal clock of a simulated database, and lets what falls due be served.
package struct ClockService: Sendable {
    private let installation: Installation
    private let isServed: Bool

    /// - Parameter delivering: whether mails go out at each stop; else they wait for a runner.
    package init(_ installation: Installation, delivering: Bool = true) {
        self.installation = installation
        isServed = delivering
    }

    /// Moves the clock to `instant`, stopping at every due instant on the way until what is due then was served and its
    /// mails went out; with `jump` it leaps, as an outage would, and what fell due meanwhile is served late.
    ///
    /// - Returns: how many attempts at mails failed so that they are tried again.
    /// - Throws: ``StorageFault/clockIsReal`` outside a simulated database, ``StorageFault/clockGoesBack``.
    @discardableResult
    package func advance(to instant: Instant, jump: Bool = false) async throws -> Int {
        var last: Instant?
        var putBack = 0
        while !jump, let due = try await nextStop(), due < instant, due != last {
            putBack += try await move(to: max(due, installation.clock.now()))
            last = due
        }
        return try await move(to: instant) + putBack
    }

    /// When a timer, a digest or the news of a call is due next.
    private func nextStop() async throws -> Instant? {
        let legal = try await installation.clock.show()
        return [
            legal.nextDue, try await DigestService(installation).next(after: legal.now),
            try await CallNewsService(installation).next(),
        ].compactMap(\.self).min()
    }

    private func move(to instant: Instant) async throws -> Int {
        try await installation.clock.advance(to: instant)
        _ = try await TimerService(installation).serveDue()
        _ = try await DigestService(installation).plan()
        try await CallNewsService(installation).plan()
        return isServed ? try await JobService(installation).doReady() : 0
    }
}
