import ArgumentParser

/// The command `entente cel`.
struct CELCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cel", abstract: "Evaluate expressions (CEL); no database is needed.",
        subcommands: [Test.self, Eval.self])
}
