import ArgumentParser

/// The command `entente workflow`.
struct WorkflowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workflow", abstract: "Check, compare, publish, list, draw and write definitions.",
        subcommands: [
            Check.self, Impact.self, Publish.self, List.self, Draw.self, Write.self, Test.self, Replay.self,
        ])
}
