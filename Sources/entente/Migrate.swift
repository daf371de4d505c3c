import Agreements
import App
import ArgumentParser

/// The command `entente migrate`.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring a database up to date: its schema, the institution's name and contact address.")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let console = Console(options: options)
        try await console.withSite { site in
            let applied = try await site.migrate()
            let changed = try await site.followSettings()
            console.show(
                ["applied": .array(applied.map(JSON.string)), "changed": .array(changed.map(JSON.string))],
                else: text(applied, changed))
        }
    }

    private func text(_ applied: [String], _ changed: [String]) -> String {
        let schema =
            applied.isEmpty ? "The schema is up to date." : "Applied: \(applied.joined(separator: ", "))."
        guard !changed.isEmpty else { return schema }
        return "\(schema)\nInstitution: \(changed.joined(separator: ", ")) brought up to date."
    }
}
