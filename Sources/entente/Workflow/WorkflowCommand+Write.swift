import Agreements
import App
import ArgumentParser

extension WorkflowCommand {
    /// The command `entente workflow write`.
    struct Write: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a workflow as one self-contained file without includes, in canonical form.",
            discussion:
                "The file goes to standard output: what was read, in its order, without comments and without what the includes hold beyond what it uses. No database is needed."
        )

        @Argument(help: "A workflow file (YAML).")
        var file: String

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.reporting {
                let text = try WorkflowFile.written(file)
                console.show(["file": .string(file), "text": .string(text)], else: String(text.dropLast()))
            }
        }
    }
}
