import Agreements
import Engine
import Storage

extension CommandDesk {
    /// What the rules will bring about by the end of a day, or by an instant, if nobody acts; in order.
    ///
    /// The engine runs ahead on a copy of every file in which something is due and which the operator may see.
    /// Nothing is stored. Its cost grows with the number of those files and of their timers.
    /// - Throws: ``WrongUsage`` for a time that is past or more than ``forecastYearsMax`` years ahead.
    package func forecast(until text: String) async throws -> [ForecastLine] {
        try await forecast(until: text, files: nil).lines
    }

    /// The same of at most `files` files, those in which something is due first; and whether there are more.
    package func forecast(
        until text: String, files: Int?
    ) async throws -> (lines: [ForecastLine], isCut: Bool) {
        let until = try end(text, from: try await installation.portfolio(of: []).facts)
        let due = try await catalogue.agreements(dueBy: until, limit: files.map { $0 + 1 })
        let seen = Array(due.prefix(files ?? due.count))
        let portfolio = try await installation.portfolio(of: seen)
        let forecast = Forecast(
            portfolio, library: installation.library.port, randomness: installation.randomness)
        let items = try await forecast.items(until: until)
        let ahead = forecast.ahead.agreements
        var workflows: [String: Workflow] = [:]
        for agreement in ahead {
            workflows["\(agreement.workflow)@\(agreement.version)"] = try await workflow(of: agreement)
        }
        var subjects: [Agreement.ID: String] = [:]
        for agreement in ahead where agreement.reference == nil {
            subjects[agreement.id] = try await dossier(of: agreement)["acronym"]?.text
        }
        var wording = ForecastWording(
            agreements: ahead, workflows: workflows, names: try await names(), subjects: subjects,
            zone: portfolio.facts.zone, institution: portfolio.facts.institution)
        return (wording.lines(items), due.count > seen.count)
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
