import Agreements
import App
import ArgumentParser
import Engine
import Storage

/// The command `entente forecast`.
struct ForecastCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast",
        abstract: "What the rules will bring about by a day: deadlines, clocks, mails, expiries, renewals.",
        discussion: """
            The engine runs ahead on a copy of the portfolio, as if nobody acted; nothing is stored. The calendar \
            (--ics) and the table (--csv) go to standard output.
            """)

    @Option(help: "The last day (YYYY-MM-DD), or an instant.")
    var until: String

    @Flag(help: "A table for spreadsheets (RFC 4180).")
    var csv = false

    @Flag(help: "A calendar (RFC 5545).")
    var ics = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard [csv, ics, options.json].count(where: \.self) <= 1 else {
            throw ValidationError("Say one of --json, --csv and --ics.")
        }
    }

    func run() async throws {
        let console = Console(options: options)
        try await console.withDesk { desk in
            let lines = try await desk.forecast(until: until)
            let report = ForecastReport(lines: lines, times: desk.times)
            if csv { return Output.printExactly(report.csv()) }
            if ics {
                let now = try await desk.installation.store.now()
                let zone = desk.installation.institution.zone
                return Output.printExactly(report.calendar(zone: zone, stamp: now))
            }
            console.show(report.json(), else: report.text())
        }
    }
}
