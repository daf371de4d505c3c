package import Storage

extension CommandDesk {
    /// Moves the simulated clock to the time that `text` tells.
    ///
    /// On the way it stops at every due instant, serves what is due and delivers the mails of it, as a runner would.
    package func advance(to text: String, jump: Bool) async throws -> LegalTime {
        let instant = try times.instant(text, "--to")
        guard isSimulated else { throw StorageFault.clockIsReal }
        try await ClockService(installation).advance(to: instant, jump: jump)
        return try await installation.clock.show()
    }
}
