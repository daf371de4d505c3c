import Agreements
import Engine
import Storage

extension CommandDesk {
    /// What the rules will bring about by the end of a day, or by an instant, if nobody acts; in order.
    ///
    /// The engine runs ahead on a copy of every file; those that the operator may see are told. Nothing is stored.
    /// - Throws: ``WrongUsage`` for a time that is past or more than ``forecastYearsMax`` years ahead.
    package func forecast(until text: String) async throws -> [ForecastLine] {
        let portfolio = try await installation.portfolio()
        let until = try end(text, from: portfolio.facts)
        let library = installation.library.port
        let forecast = Forecast(portfolio, library: library, randomness: installation.randomness)
        let seen = try await catalogue.seenAgreements()
        let items = try await forecast.items(until: until).filter { seen.contains($0.agreement) }
        let ahead = forecast.ahead.agreements.filter { seen.contains($0.id) }
        var workflows: [String: Workflow] = [:]
        for agreement in ahead {
            workflows["\(agreement.workflow)@\(agreement.version)"] = try await workflow(of: agreement)
        }
        var wording = ForecastWording(
            agreements: ahead, workflows: workflows, names: try await names(), zone: portfolio.facts.zone,
            institution: portfolio.facts.institution)
        return wording.lines(items)
    }

    /// No forecast reaches further.
    package static let forecastYearsMax = 30

    private func end(_ text: String, from facts: Facts) throws -> Instant {
        let until =
            text.count == 10
            ? facts.zone.endOfDay(try times.day(text, "--until")) : try times.instant(text, "--until")
        guard until > facts.now else {
            throw WrongUsage("--until", "\(text) is past: legal time is \(times.text(facts.now))")
        }
        let last = facts.zone.day(of: facts.now).adding(
            .years(Self.forecastYearsMax), calendar: facts.calendar)
        guard facts.zone.day(of: until) <= last else {
            throw WrongUsage("--until", "\(text) is more than \(Self.forecastYearsMax) years ahead")
        }
        return until
    }
}
