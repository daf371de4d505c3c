import Agreements
import Engine
import Jobs
import Storage

/// Says when digests are due: at 07:30 of each business day, in real time and in simulated time alike.
struct DigestService: Sendable {
    private let installation: Installation

    init(_ installation: Installation) { self.installation = installation }

    private var isOn: Bool {
        installation.settings.digests.areMade(whileSimulated: installation.institution.simulated)
    }

    /// Stores the job of today's digests once they are due, one for each day however often it is asked; what an outage
    /// made it miss is left out.
    ///
    /// - Parameter known: a day whose job was stored before; nothing is written for it.
    /// - Returns: the day whose digests were last due, as far as it knows.
    func plan(knowing known: Day? = nil) async throws -> Day? {
        guard isOn else { return known }
        let institution = installation.institution
        let day = Reminder.digestDay(
            at: try await installation.store.now(), calendar: institution.calendar, zone: institution.zone)
        guard let day, day != known else { return known }
        try await installation.jobs.insert([NewJob(kind: DigestWorker.kind, key: day.description)])
        return day
    }

    /// The next instant after `instant` at which digests are due, for the simulated clock to stop at; nil while nobody
    /// has anything to do.
    func next(after instant: Instant) async throws -> Instant? {
        guard isOn, try await installation.digests.hasOpenTask() else { return nil }
        let institution = installation.institution
        return Reminder.nextDigest(after: instant, calendar: institution.calendar, zone: institution.zone)
    }
}
