import Agreements
package import Engine
import Storage
package import Web

extension WebDesk {
    /// How far one request moves the clock.
    private static let daysMax = 366

    /// Moves the clock of a simulated database to a time as a form sends it, and serves what falls due on the way.
    package func advance(to time: String, _ visitor: Visitor) async throws {
        try await answering {
            guard installation.institution.simulated else {
                throw Self.problem(
                    fr: "l’horloge de cette base est réelle", en: "the clock of this database is real")
            }
            let now = try await installation.clock.now()
            let instant: Instant
            do { instant = try LegalTimeText(zone).instant(time, "to") } catch {
                throw Self.problem(fr: "donnez un jour et une heure", en: "give a day and a time")
            }
            let last = zone.instant(
                zone.day(of: now).adding(days: Self.daysMax), at: zone.civil(now).time)
            guard now <= instant, instant <= last else {
                throw Self.problem(
                    fr: "l’horloge n’avance que vers l’avenir, de \(Self.daysMax) jours au plus",
                    en: "the clock moves forward only, by \(Self.daysMax) days at most")
            }
            if let cause = await installation.outboxProblem() {
                throw Self.problem(
                    fr: "les courriels ne peuvent être écrits (\(cause)) : l’horloge n’a pas bougé",
                    en: "mails cannot be written (\(cause)): the clock did not move")
            }
            do { try await ClockService(installation).advance(to: instant) } catch StorageFault.clockGoesBack
            {
                // Another request went further meanwhile.
            }
        }
    }

    private static func problem(fr: String, en: String) -> FormProblem {
        FormProblem(["to": LocalizedText(fr: fr, en: en)])
    }
}
