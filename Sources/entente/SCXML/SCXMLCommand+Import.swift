import Agreements
import App
import ArgumentParser
import Definitions
import Foundation

extension SCXMLCommand {
    /// The command `entente scxml import`.
    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Turn an SCXML document into a chart file (YAML).",
            discussion: """
                What loads but fails when it is executed is warned of on standard error. Files that the \
                document names are written inside.
                """
        )

        @Argument(help: "The document (.scxml).")
        var file: String

        @Option(name: .shortAndLong, help: "Where to write the chart; standard output by default.")
        var output: String?

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.reporting {
                let document = try console.document(file)
                let text = ChartFile.text(of: document)
                if let output { try Console.write(text, to: output) }
                if !options.json {
                    for warning in document.warnings {
                        Output.complain(say("attention : ", "warning: ") + "\(file): \(warning)")
                    }
                }
                guard options.json || output == nil else { return }
                console.show(
                    [
                        "chart": output == nil ? .string(text) : .null, "written": .optional(output),
                        "warnings": .list(document.warnings, Console.json),
                    ], else: text.trimmingCharacters(in: .newlines))
            }
        }
    }
}
