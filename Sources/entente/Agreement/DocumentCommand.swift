import ArgumentParser

/// The command `entente document`.
struct DocumentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "document", abstract: "Add and list documents of an agreement.",
        subcommands: [Add.self, List.self])
}
