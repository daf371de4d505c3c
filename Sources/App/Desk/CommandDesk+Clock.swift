package import Storage

/// What moving a simulated clock came to.
package struct ClockAdvance: Sendable, Hashable {
    package var time: LegalTime
    /// Attempts at mails on the way that failed so that they are tried again.
    package var putBack: Int
}

extension CommandDesk {
    /// Moves the simulated clock to the time that `text` tells.
    ///
    /// On the way it stops at every due instant, serves what is due and delivers the mails of it, as a runner would.
    /// - Throws: ``OutboxFault`` before anything is moved.
    package func advance(to text: String, jump: Bool) async throws -> ClockAdvance {
        let instant = try times.instant(text, "--to")
        guard isSimulated else { throw StorageFault.clockIsReal }
        try checkNothingIsPlayed()
        try await installation.checkOutbox()
        let putBack = try await ClockService(installation).advance(to: instant, jump: jump)
        return ClockAdvance(time: try await installation.clock.show(), putBack: putBack)
    }
}
