import App
import ArgumentParser

extension WorkflowCommand {
    /// The command `entente workflow impact`.
    struct Impact: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What would change in every live file of a workflow if it moved to this version.",
            discussion: """
                Running files keep the version that they began with. `workflow publish FILE --migrate` does what is \
                listed here and nothing else; a file whose states the version has not is left where it is.
                """)

        @Argument(help: "A workflow file (YAML).")
        var file: String

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            // What is wrong with the file is told without a database, too.
            try await console.reporting { _ = try WorkflowFile.load(file) }
            try await console.withDesk { desk in
                let (_, files) = try await desk.impact(of: file)
                let report = ImpactReport(files: files, names: try await desk.names(), times: desk.times)
                console.show(report.json(), else: report.text())
            }
        }
    }
}
