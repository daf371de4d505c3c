import Agreements
import App
import ArgumentParser
import Engine
import Foundation

extension DiagramPainter.Format: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}

extension WorkflowCommand {
    /// The command `entente workflow draw`.
    struct Draw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Draw a process of a workflow, to standard output.",
            discussion:
                "A FILE (*.yaml) is drawn without a database; a NAME is the newest published version, or name@version."
        )

        @Argument(help: "A published workflow, or a file.")
        var workflow: String

        @Option(help: "The process to draw.")
        var process = "life"

        @Option(help: "fr or en; the terminal's language by default.")
        var lang: Language?

        @Option(help: "An agreement whose active states stand out.")
        var agreement: String?

        @Option(help: "svg (needs Graphviz), dot or mermaid.")
        var format = DiagramPainter.Format.svg

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            if workflow.hasSuffix(".yaml"), agreement == nil {
                return try await console.reporting { try draw(try WorkflowFile.load(workflow), nil, console) }
            }
            try await console.withDesk { desk in
                let file = if let agreement { try await desk.agreement(agreement) } else { Agreement?.none }
                try draw(try await definition(desk, file), file, console)
            }
        }

        private func definition(_ desk: CommandDesk, _ file: Agreement?) async throws -> Workflow {
            if workflow.hasSuffix(".yaml") { return try WorkflowFile.load(workflow) }
            let parts = workflow.split(separator: "@", maxSplits: 1).map(String.init)
            let name = parts.first ?? workflow
            let pinned = file?.workflow == name ? file?.version : nil
            return try await desk.installation.engine.workflow(name, parts.count > 1 ? parts[1] : pinned)
        }

        private func draw(_ definition: Workflow, _ file: Agreement?, _ console: Console) throws {
            let painter = DiagramPainter(lang ?? Console.language)
            let picture = try painter.draw(process, of: definition, for: file, as: format)
            console.show(
                [
                    "workflow": .string(definition.id), "version": .string(definition.version),
                    "process": .string(process), "format": .string(format.rawValue),
                    "picture": .string(picture),
                ], else: picture)
        }
    }
}
