import Agreements
import App
import ArgumentParser

extension StaffingCommand {
    /// The command `entente staffing check`.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The steps of live files that nobody can do, and those that hang on one person.",
            discussion: """
                Looks at every step that is open, and at all that can be reached from there. Exit code 0 when each has
                somebody on each day, 1 when not; what hangs on one person is a warning.
                """)

        @Option(help: "The last day to look at; a year from today by default.")
        var until: String?

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let report = try await desk.staffing(until: until)
                let names = try await desk.names()
                console.show(json(report), else: text(report, names))
                if !report.gaps.isEmpty { throw Exit.refused }
            }
        }

        private func json(_ report: StaffingReport) -> JSON {
            [
                "from": .string(report.from.description), "until": .string(report.until.description),
                "agreements": .integer(Int64(report.agreements)), "steps": .integer(Int64(report.steps)),
                "gaps": .list(report.gaps, StaffingCommand.json),
                "single_holders": .list(report.singles, StaffingCommand.json),
            ]
        }

        private func text(_ report: StaffingReport, _ names: [Person.ID: String]) -> String {
            var parts: [String] = []
            if !report.gaps.isEmpty { parts.append(StaffingCommand.table(report.gaps).text()) }
            if !report.singles.isEmpty { parts.append(singles(report.singles, names).text()) }
            parts.append(
                say(
                    "Du \(report.from) au \(report.until) : \(report.agreements) dossier(s), \(report.steps) étape(s), "
                        + "\(report.gaps.count) lacune(s).",
                    "\(report.from) to \(report.until): \(report.agreements) file(s), \(report.steps) step(s), "
                        + "\(report.gaps.count) gap(s)."))
            return parts.joined(separator: "\n\n")
        }

        /// One line for each person and role: the files that hang on them.
        private func singles(_ singles: [SingleHolder], _ names: [Person.ID: String]) -> Table {
            var table = Table(
                say("SEULE PERSONNE", "SINGLE PERSON"), say("RÔLE", "ROLE"), say("DU", "FROM"),
                say("AU", "UNTIL"), say("DOSSIERS", "FILES"))
            let lines = Dictionary(grouping: singles) { single in
                [
                    names[single.person] ?? single.person.description,
                    single.roles.map(\.description).joined(separator: ", "), single.from.description,
                    single.until.description,
                ]
            }
            for (line, files) in lines.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
                table.add(line[0], line[1], line[2], line[3], "\(Set(files.map(\.agreement)).count)")
            }
            return table
        }
    }
}
