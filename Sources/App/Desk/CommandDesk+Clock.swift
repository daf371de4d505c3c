package import Storage

extension CommandDesk {
    /// Moves the simulated clock to the time that `text` tells, serves what is due, and delivers the mails of it.
    package func advance(to text: String, jump: Bool) async throws -> LegalTime {
        let instant = try times.instant(text, "--to")
        guard isSimulated else { throw StorageFault.clockIsReal }
        try await ClockService(installation).advance(to: instant, jump: jump)
        try await MailService(installation).deliverReady()
        return try await installation.clock.show()
    }
}
