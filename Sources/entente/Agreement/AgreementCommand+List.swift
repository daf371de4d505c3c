import Agreements
import App
import ArgumentParser
import Storage

extension LegalStatus: ExpressibleByArgument {}

extension AgreementCommand {
    /// The command `entente agreement list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List agreements, the newest first.")

        @Option(help: "Only of this instrument, such as LIA.")
        var instrument: String?

        @Option(help: "Only in this state of the life, such as draft.open.")
        var state: String?

        @Option(help: "Only of this legal status.")
        var legal: LegalStatus?

        @Option(help: "Only of this unit.")
        var unit: String?

        @Option(help: "Only of this call: id or year.")
        var call: String?

        @Option(help: "Only where reference, number, unit or a party holds this text.")
        var text: String?

        @Option(help: "How many at most.", transform: rowCount)
        var limit = 100

        @Option(help: "How many to leave out first.", transform: rowCount)
        var offset = 0

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let call: Call.ID? = if let call { try await desk.call(call).id } else { nil }
                let rows = try await desk.installation.catalogue.agreements(
                    AgreementFilter(
                        instrument: instrument?.uppercased(), state: state, legal: legal, unit: unit,
                        call: call,
                        text: text, limit: limit, offset: offset))
                try console.show(
                    .list(rows) { try JSON(row: $0) },
                    else: table(rows, desk).text(empty: say("Aucun dossier.", "No file.")))
            }
        }

        private func table(_ rows: [AgreementRow], _ desk: CommandDesk) -> Table {
            var table = Table(
                say("RÉFÉRENCE", "REFERENCE"), say("ÉTAT", "STATE"), say("DROIT", "LEGAL"),
                say("UNITÉ", "UNIT"),
                say("PARTIES", "PARTIES"), say("TERME", "TERM"), say("MODIFIÉ", "UPDATED"), "ID")
            for row in rows {
                let term = row.termStart.map { "\($0) – \(row.termEnd?.description ?? "…")" }
                table.add(
                    row.reference ?? row.instrument, row.state.joined(separator: " "), row.legal.rawValue,
                    row.unit,
                    row.parties.joined(separator: ","), term, desk.times.text(row.updatedAt),
                    row.id.description)
            }
            return table
        }
    }
}
