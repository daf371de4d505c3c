import Agreements
import App
import ArgumentParser
import Storage

/// The command `entente demo`.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the demonstration: a simulated institution with a portfolio of agreements.",
        discussion:
            "Goes on where it stopped when it was interrupted. It changes nothing in a database that holds "
            + "an institution of its own, and is refused in a real one.")

    @OptionGroup var options: GlobalOptions

    mutating func run() async throws {
        let console = Console(options: options)
        let isQuiet = options.json
        try await console.withSite { site in
            guard try await !site.isReal() else { throw Refusal.noDemonstrationInReal }
            let opening = Opening(site: site, allowsOwner: true) { line in if !isQuiet { Output.print(line) }
            }
            let (installation, preparation) = try await opening.open(empty: false, simulated: false)
            try await preparation.prepare()
            let count = try await installation.catalogue.health().agreements
            console.show(
                ["agreements": .integer(Int64(count))], else: say("\(count) dossiers.", "\(count) files."))
        }
    }
}
