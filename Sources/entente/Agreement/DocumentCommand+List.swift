import Agreements
import App
import ArgumentParser

extension DocumentCommand {
    /// The command `entente document list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The documents of an agreement.")

        @Argument(help: "The agreement.")
        var agreement: String

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let documents = try await desk.agreement(agreement).documents
                let names = try await desk.fileNames(of: desk.agreement(agreement))
                var table = Table(
                    say("TYPE", "KIND"), "V", say("CIRCUIT", "PROCESS"), say("LANGUE", "LANGUAGE"),
                    say("OCTETS", "BYTES"),
                    say("AJOUTÉ", "ADDED"), say("FICHIER", "FILE"), "SHA-256", "ID")
                for document in documents {
                    table.add(
                        document.kind, "\(document.version)", document.process, document.language,
                        "\(document.size)",
                        desk.times.text(document.addedAt),
                        names[document.id] ?? say("(éliminé)", "(eliminated)"),
                        document.sha256.map { String($0.prefix(12)) }, document.id.description)
                }
                try console.show(
                    .list(documents) { try JSON(row: $0) },
                    else: table.text(empty: say("Aucune pièce.", "No document.")))
            }
        }
    }
}
