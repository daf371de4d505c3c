import Agreements
import App
import ArgumentParser
import Definitions
import Foundation

extension SCXMLCommand {
    /// The command `entente scxml export`.
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Turn a chart file, or a process of a workflow file, into an SCXML document.",
            discussion: """
                Of a workflow, what only Entente knows travels in elements of its own namespace, which other \
                processors ignore.
                """
        )

        @Argument(help: "A chart file or a workflow file (YAML).")
        var file: String

        @Option(help: "The process to export; FILE is then a workflow.")
        var process: String?

        @Option(name: .shortAndLong, help: "Where to write the document; standard output by default.")
        var output: String?

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.reporting {
                let text = try scxml()
                if let output { try Console.write(text, to: output) }
                guard options.json || output == nil else { return }
                console.show(
                    ["scxml": output == nil ? .string(text) : .null, "written": .optional(output)],
                    else: text.trimmingCharacters(in: .newlines))
            }
        }

        private func scxml() throws -> String {
            guard let process else {
                return try ChartFile.read(Console.bytes(of: file), file: file).scxml
            }
            let workflow = try WorkflowFile.load(file)
            guard let text = WorkflowSCXML.text(process, of: workflow) else {
                let names = workflow.processes.keys.sorted().joined(separator: ", ")
                throw WrongUsage("--process", "\(file) has no process \(process), only \(names)")
            }
            return text
        }
    }
}
