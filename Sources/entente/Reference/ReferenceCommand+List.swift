import Agreements
import App
import ArgumentParser
import Storage

extension ReferenceRow.List: ExpressibleByArgument {}

extension ReferenceCommand {
    /// The command `entente reference list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What holds on a day: today's legal day unless --as-of says another.")

        @Argument(help: "One list: country, region, itmo or instrument.")
        var list: ReferenceRow.List?

        @Option(help: "The day (YYYY-MM-DD).")
        var asOf: String?

        @Flag(help: "Every row that ever held.")
        var all = false

        @OptionGroup var options: GlobalOptions

        func validate() throws {
            guard asOf == nil || !all else { throw ValidationError("--as-of does not go with --all.") }
        }

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let rows = try await desk.reference(list, asOf: asOf, all: all)
                try console.show(
                    .list(rows) { try JSON(row: $0) },
                    else: table(rows).text(
                        empty: say(
                            "Rien n’est chargé pour ce jour (`entente reference load`).",
                            "Nothing is loaded for this day (`entente reference load`).")))
            }
        }

        private func table(_ rows: [ReferenceRow]) -> Table {
            var table = Table(
                say("LISTE", "LIST"), "CODE", say("PAYS", "COUNTRY"), "ISO3", say("DÈS", "FROM"),
                say("JUSQU’AVANT", "UNTIL"), say("SUIVI DE", "THEN"), say("NOM", "NAME"))
            for row in rows {
                table.add(
                    row.list.rawValue, row.code, row.member, row.alpha3, row.from?.description,
                    row.until?.description,
                    row.successors.isEmpty ? nil : row.successors.joined(separator: " "),
                    row.name[Console.language])
            }
            return table
        }
    }
}
