import ArgumentParser

/// The command `entente retention`.
struct RetentionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention", abstract: "What has been kept long enough: list it, consent, eliminate.",
        subcommands: [List.self, Approve.self, Run.self])
}
