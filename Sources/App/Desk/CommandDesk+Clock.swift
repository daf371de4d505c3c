import Agreements
package import Storage

extension CommandDesk {
    /// Moves the simulated clock to the time that `text` tells; on the way it stops at every due instant,
    /// serves what is due and delivers the mails of it, as a runner would.
    package func advance(to text: String, jump: Bool) async throws -> LegalTime {
        let instant = try times.instant(text, "--to")
        guard isSimulated else { throw StorageFault.clockIsReal }
        var last: Instant?
        while !jump, let due = try await installation.clock.nextDueInstant(), due < instant, due != last {
            let now = try await installation.clock.show().now
            try await move(to: max(due, now), jump: false)
            last = due
        }
        try await move(to: instant, jump: jump)
        return try await installation.clock.show()
    }

    private func move(to instant: Instant, jump: Bool) async throws {
        try await ClockService(installation).advance(to: instant, jump: jump)
        try await MailService(installation).deliverReady()
    }
}
