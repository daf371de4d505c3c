package import Agreements
import FoundationEssentials

/// The engine run ahead on a copy of a portfolio: what the rules bring about if nobody acts.
///
/// Timers are served in order of their instants by the same decisions as in life, with the facts that hold
/// on each day as far as they are known now. Nothing of it is stored.
package struct Forecast: Sendable {
    private let portfolio: Portfolio
    private let institution: InMemoryInstitution
    private let engine: Engine

    /// - Parameter library: the definitions that the agreements are pinned to.
    package init(_ portfolio: Portfolio, library: Library, randomness: Randomness) {
        self.portfolio = portfolio
        institution = InMemoryInstitution(portfolio)
        engine = Engine(
            store: institution.agreementStore, library: library, composer: .wordless, randomness: randomness)
    }

    /// Runs until `until` and tells what happens on the way, in order; only once.
    ///
    /// Its cost grows with the number of timers that ring. An agreement with a timer that cannot be served
    /// stands still from there, and the others go on.
    /// - Throws: whatever the library throws; `CancellationError`.
    package func items(until: Instant) async throws -> [ForecastItem] {
        let blocked = try await run(until: until)
        let (events, start) = (institution.read(\.events), portfolio.facts.now)
        let expected = portfolio.agreements.flatMap { agreement in
            ForecastReading(of: agreement, from: start, until: until).items(of: events[agreement.id] ?? [])
        }
        return (expected + blocked).sortedByInstant()
    }

    /// The portfolio as the run left it.
    package var ahead: Portfolio { institution.portfolio }

    private func run(until: Instant) async throws -> [ForecastItem] {
        var blocked: [ForecastItem] = []
        var still: Set<Agreement.ID> = []
        while let due = institution.nextDue(by: until, leaving: still) {
            institution.setClock(due)
            let now = institution.read(\.now)
            for id in try await institution.agreementStore.due(now, .max) where !still.contains(id) {
                try Task.checkCancellation()
                do { try await engine.serveTimers(of: id) } catch let refusal as Refusal {
                    still.insert(id)
                    blocked += item(id, refusal, at: now)
                }
            }
        }
        return blocked
    }

    private func item(_ id: Agreement.ID, _ refusal: Refusal, at now: Instant) -> [ForecastItem] {
        let timers = institution.read { $0.agreements[id]?.timers } ?? []
        guard let timer = timers.min(by: { ($0.due, $0.order) < ($1.due, $1.order) }) else { return [] }
        return [
            ForecastItem(
                at: now, agreement: id, process: timer.process, state: timer.state,
                matter: .blocked(timer: timer.name, refusal: refusal))
        ]
    }
}

extension Composer {
    /// Nobody reads the mails of what may happen: they have no text.
    static let wordless = Composer { context in
        ComposedNotice(
            id: UUID(), eventSeq: context.event.seq, owed: context.owed, messageID: "",
            to: Contact(name: "", email: ""), copy: nil, subject: "", text: "", html: "", language: "")
    }
}
