import Agreements
import App
import ArgumentParser
import Storage

extension WorkflowCommand {
    /// The command `entente workflow list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the published definitions.")

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let rows = try await desk.installation.catalogue.workflows()
                var table = Table(say("NOM", "NAME"), "VERSION", say("PUBLIÉ LE", "PUBLISHED"), "SHA-256")
                for row in rows {
                    table.add(
                        row.id, row.version, desk.times.text(row.publishedAt), String(row.sha256.prefix(12)))
                }
                try console.show(
                    .list(rows) { try JSON(row: $0) },
                    else: table.text(empty: say("Aucune définition publiée.", "No definition is published.")))
            }
        }
    }
}
