package import Agreements
package import Engine
import Storage
package import Web

extension WebDesk {
    /// What the rules will bring about by the end of a day, a year from now where none is named.
    package func forecast(until day: String?, _ visitor: Visitor) async throws -> ForecastView {
        try await answering {
            let (until, lines, isCut) = try await lines(until: day, visitor)
            let entries = lines.map { entry($0) }.sorted {
                ($0.day, $0.at ?? .epoch) < ($1.day, $1.at ?? .epoch)
            }
            return ForecastView(today: try await today(), until: until, entries: entries, isPartial: isCut)
        }
    }

    /// The same as a calendar (RFC 5545), as far as a filter lets it through.
    package func calendar(
        until day: String?, _ filter: ForecastFilter, in language: Language, _ visitor: Visitor
    ) async throws -> String {
        try await answering {
            let lines = try await lines(until: day, visitor).lines.filter { filter.admits(entry($0)) }
            return ICalendarText(zone: zone, stamp: try await installation.clock.now())
                .text(lines.map { $0.entry(in: language) })
        }
    }

    /// The engine runs ahead while somebody waits: on no more files than these.
    private static let filesMax = 200

    private func lines(
        until text: String?, _ visitor: Visitor
    ) async throws -> (until: Day, lines: [ForecastLine], isCut: Bool) {
        let until: Day
        do {
            until =
                if let text { try LegalTimeText(zone).day(text, "until") } else {
                    try await today().adding(years: 1)
                }
            let forecast = try await forecast(until: until, visitor)
            var lines = forecast.lines
            if !Self.mayName("EXP", visitor) {
                lines = lines.map(Self.unnamed)
            }
            return (until, lines, forecast.isCut)
        } catch is WrongUsage {
            let years = CommandDesk.forecastYearsMax
            throw FormProblem([
                "until": LocalizedText(
                    fr: "donnez un jour à venir, à \(years) ans au plus",
                    en: "give a day to come, at most \(years) years ahead")
            ])
        }
    }

    private func forecast(until: Day, _ visitor: Visitor) async throws -> ForecastMemory.Expected {
        let now = try await installation.clock.now()
        let catalogue = catalogue(visitor)
        let files = try await catalogue.dueFiles(by: zone.endOfDay(until), limit: Self.filesMax + 1)
        let key = ForecastMemory.Key(
            person: visitor.person, files: files, registerEvents: try await catalogue.registerEvents(),
            day: zone.day(of: now), until: until)
        return try await forecasts.expected(key, after: now) {
            let (lines, isCut) = try await desk(visitor).forecast(
                until: until.description, files: Self.filesMax)
            return ForecastMemory.Expected(lines: lines, isCut: isCut)
        }
    }

    private func entry(_ line: ForecastLine) -> ForecastView.Entry {
        ForecastView.Entry(
            day: line.day ?? zone.day(of: line.item.at), at: line.day == nil ? line.item.at : nil,
            file: line.file, path: Self.path(line.item.agreement.description),
            kind: FormChoice(line.item.kind, line.word), title: line.title, whom: line.whom)
    }

    /// Without who the experts are: the role stands for them, and notices go to somebody.
    private static func unnamed(_ line: ForecastLine) -> ForecastLine {
        var line = line
        if case .deadline(let role, _, _) = line.item.matter, role.role != "EXP" { return line }
        line.who = []
        if case .deadline(let role, _, _) = line.item.matter {
            line.whom = [RoleTitles.name(role.role)]
        } else {
            line.whom = []
        }
        return line
    }
}
