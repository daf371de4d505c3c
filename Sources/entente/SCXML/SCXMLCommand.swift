import ArgumentParser

/// The command `entente scxml`.
struct SCXMLCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scxml", abstract: "Run, read and write SCXML documents; no database is needed.",
        subcommands: [Test.self, Import.self, Export.self])
}
