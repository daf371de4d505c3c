import Agreements
import App
import ArgumentParser

/// `entente found`: an institution without a server that makes it at its first start.
struct Found: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the institution of a new database: schema, institution and reference data, no file.",
        discussion: "Changes no institution that is there. `entente serve` makes one at its first start, too."
    )

    @Option(help: "An institution whose legal clock is simulated, and begins here.")
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
