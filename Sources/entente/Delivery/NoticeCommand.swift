import Agreements
import App
import ArgumentParser
import Foundation
import Storage

/// The command `entente notice`.
struct NoticeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice", abstract: "What was written to whom, and what became of it.",
        subcommands: [List.self, Show.self, Bounce.self, Acknowledge.self])

    /// What may have become of a notice.
    enum Status: String, ExpressibleByArgument, CaseIterable {
        case owed, sent, accepted, bounced, failed, withdrawn
    }

    /// The command `entente notice list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Notices, the newest first.")

        @Argument(help: "Only of this agreement.")
        var agreement: String?

        @Option(help: "Only in this status: owed, sent, accepted, bounced, failed, withdrawn.")
        var status: Status?

        @Option(help: "How many at most.", transform: rowCount)
        var limit = 200

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let file: Agreement.ID? =
                    if let agreement { try await desk.agreement(agreement).id } else { nil }
                let rows = try await desk.notices(of: file, status: status?.rawValue, limit: limit)
                try console.show(
                    .list(rows) { line in
                        switch line {
                        case .notice(let row): try JSON(row: row)
                        case .news(let row): try JSON(row: row)
                        }
                    },
                    else: table(rows, desk).text(empty: say("Aucun avis.", "No notice.")))
            }
        }

        private func table(_ lines: [NoticeLine], _ desk: CommandDesk) -> Table {
            var table = Table(
                say("DATE", "DATE"), say("AVIS", "NOTICE"), say("STATUT", "STATUS"), say("À", "TO"),
                say("OBJET", "SUBJECT"), say("ERREUR", "ERROR"), "ID")
            for line in lines {
                switch line {
                case .notice(let row):
                    table.add(
                        desk.times.text(row.createdAt), row.notice,
                        row.acknowledgedAt == nil ? row.status : "\(row.status) ✓", row.address,
                        row.subject.shortened,
                        row.lastError?.shortened, row.id.uuidString.lowercased())
                case .news(let row):
                    table.add(
                        desk.times.text(row.createdAt), row.notice, row.status, row.address,
                        row.subject.shortened,
                        row.lastError?.shortened, row.id.uuidString.lowercased())
                }
            }
            return table
        }
    }
}
