import Agreements
import App
import ArgumentParser

/// `entente found`: an institution without a server that makes it at its first start.
struct Found: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the institution of a new database.", shouldDisplay: false)

    @Option(help: "Simulated, and legal time begins here.")
    var simulated: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let console = Console(options: options)
        try await console.withSite { site in
            let zone = try Zone(site.settings.institution.zone)
            let start = try simulated.map { try LegalTimeText(zone).instant($0, "--simulated") }
            _ = try await site.migrate()
            let isNew = try await site.found(startingAt: start)
            try await ReferenceLoader(site.installation()).loadIfPossible(say: Output.complain)
            console.show(
                ["founded": .bool(isNew)],
                else: isNew ? say("Fait.", "Done.") : say("Déjà faite.", "Made before."))
        }
    }
}
