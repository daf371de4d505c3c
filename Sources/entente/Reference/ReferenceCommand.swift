import ArgumentParser

/// The command `entente reference`.
struct ReferenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference", abstract: "Countries, regions, ITMOs and instruments, with their dates.",
        subcommands: [Load.self, List.self, Enter.self, End.self])
}
