import Agreements
import App
import ArgumentParser

/// The command `entente migrate`.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Bring the database's schema up to date.")

    @OptionGroup var options: GlobalOptions

    mutating func run() async throws {
        let console = Console(options: options)
        try await console.withSite { site in
            let applied = try await site.migrate()
            console.show(
                ["applied": .array(applied.map(JSON.string))],
                else: applied.isEmpty
                    ? "The schema is up to date." : "Applied: \(applied.joined(separator: ", ")).")
        }
    }
}
