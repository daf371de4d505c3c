import Agreements
import App
import ArgumentParser

extension WorkflowCommand {
    /// The command `entente workflow publish`.
    struct Publish: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Publish workflow files: new agreements then follow them.",
            discussion:
                "All files are checked before the first is published. A published version never changes. Running files keep the version that they began with, unless --migrate moves them."
        )

        @Argument(help: "Workflow files (YAML).")
        var files: [String]

        @Flag(help: "Move running files to these versions, as `workflow impact` lists it.")
        var migrate = false

        @OptionGroup var actor: ActorOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                var published: [(json: JSON, text: String)] = []
                for (workflow, outcome) in try await desk.publish(files, as: actor.actor) {
                    published.append(try await told(workflow, outcome, desk))
                }
                console.show(
                    .array(published.map(\.json)), else: published.map(\.text).joined(separator: "\n"))
            }
        }

        /// What became of a file, and of the running files when they are moved to it.
        private func told(
            _ workflow: Workflow, _ outcome: WorkflowPublisher.Outcome, _ desk: CommandDesk
        ) async throws -> (json: JSON, text: String) {
            var members: [String: JSON] = [
                "workflow": .string(workflow.id), "version": .string(workflow.version),
                "sha256": .string(workflow.sha256), "published": .bool(outcome == .published),
            ]
            guard migrate else { return (.object(members), line(workflow, outcome)) }
            let report = ImpactReport(
                files: try await desk.migrate(to: workflow), names: try await desk.names(), times: desk.times)
            members["migrated"] = report.json()
            return (.object(members), "\(line(workflow, outcome))\n\(report.text())")
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
