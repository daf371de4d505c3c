import Agreements
import App
import ArgumentParser

extension WorkflowCommand {
    /// The command `entente workflow publish`.
    struct Publish: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Publish workflow files: new agreements then follow them.",
            discussion:
                "All files are checked before the first is published. A published version never changes.")

        @Argument(help: "Workflow files (YAML).")
        var files: [String]

        @OptionGroup var actor: ActorOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let outcomes = try await desk.publish(files, as: actor.actor)
                console.show(
                    .list(outcomes) {
                        [
                            "workflow": .string($0.workflow.id), "version": .string($0.workflow.version),
                            "sha256": .string($0.workflow.sha256),
                            "published": .bool($0.outcome == .published),
                        ]
                    },
                    else: outcomes.map { line($0.workflow, $0.outcome) }.joined(separator: "\n"))
            }
        }

        private func line(_ workflow: Workflow, _ outcome: WorkflowPublisher.Outcome) -> String {
            let words =
                switch outcome {
                case .published: say("publié", "published")
                case .unchanged: say("déjà publié, inchangé", "published before, unchanged")
                }
            return "\(workflow.id)@\(workflow.version): \(words)"
        }
    }
}
