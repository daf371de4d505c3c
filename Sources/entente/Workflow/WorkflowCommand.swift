import ArgumentParser

/// The command `entente workflow`.
struct WorkflowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workflow", abstract: "Check, publish, list and draw definitions.",
        subcommands: [Check.self, Publish.self, List.self, Draw.self])
}
