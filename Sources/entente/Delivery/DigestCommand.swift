import Agreements
import App
import ArgumentParser
import Foundation
import Storage

/// The command `entente digest`.
struct DigestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "digest", abstract: "The daily summaries, and what became of them.",
        subcommands: [List.self])

    /// The command `entente digest list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Digests, the newest first; `entente notice show ID` prints one.")

        @Option(help: "Only of this day, such as 2016-12-13.")
        var day: String?

        @Option(help: "How many at most.", transform: rowCount)
        var limit = 200

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let rows = try await desk.digests(of: day, limit: limit)
                try console.show(
                    .list(rows) { try JSON(row: $0) },
                    else: table(rows).text(empty: say("Aucun récapitulatif.", "No digest.")))
            }
        }

        private func table(_ rows: [DigestRow]) -> Table {
            var table = Table(
                say("JOUR", "DAY"), say("STATUT", "STATUS"), say("À", "TO"), say("OBJET", "SUBJECT"),
                say("ERREUR", "ERROR"), "ID")
            for row in rows {
                table.add(
                    row.day.description, row.status, row.address, row.subject.shortened,
                    row.lastError?.shortened, row.id.uuidString.lowercased())
            }
            return table
        }
    }
}
