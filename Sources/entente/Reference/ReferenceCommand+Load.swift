import Agreements
import App
import ArgumentParser
import Storage

extension ReferenceCommand {
    /// The command `entente reference load`.
    struct Load: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Load the lists of the package iso-codes and of Workflows/reference, if they changed.",
            discussion: "Rows are closed and opened, never deleted. `entente serve` does it at each start.")

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withInstallation { installation in
                let loaded = try await ReferenceLoader(installation).load()
                let (opened, closed) = (loaded?.opened ?? 0, loaded?.closed ?? 0)
                let nothing = say("Rien de nouveau.", "Nothing new.")
                console.show(
                    ["opened": .integer(Int64(opened)), "closed": .integer(Int64(closed))],
                    else: loaded == nil
                        ? nothing
                        : say(
                            "\(opened) lignes ouvertes, \(closed) fermées.",
                            "\(opened) rows opened, \(closed) closed."))
            }
        }
    }
}
