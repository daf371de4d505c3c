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

        @Option(help: "How deep states are shown: 1 for an overview of the stages.")
        var depth: Int?

        @Option(
            help: "Draw every process (those of the agreement, when one is given) into files of this folder.")
        var output: String?

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
            if let file, file.workflow != name {
                throw WrongUsage("--agreement", "this file follows \(file.workflow), not \(name)")
            }
            return try await desk.installation.engine.workflow(
                name, parts.count > 1 ? parts[1] : file?.version)
        }

        private func draw(_ definition: Workflow, _ file: Agreement?, _ console: Console) throws {
            if let depth, depth < 1 { throw WrongUsage("--depth", "1 or more; without it all is drawn") }
            let painter = DiagramPainter(lang ?? Console.language)
            if let output { return try write(painter, definition, file, into: output, console) }
            let picture = try painter.draw(process, of: definition, for: file, as: format, depth: depth)
            console.show(
                [
                    "workflow": .string(definition.id), "version": .string(definition.version),
                    "process": .string(process), "format": .string(format.rawValue),
                    "picture": .string(picture),
                ], else: picture)
        }

        private func write(
            _ painter: DiagramPainter, _ definition: Workflow, _ file: Agreement?, into folder: String,
            _ console: Console
        ) throws {
            let run = file.map { Set($0.processes.values.map(\.definition)) }
            let names = definition.processes.keys.filter { run?.contains($0) ?? true }.sorted()
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let paths = try names.map { name in
                let ending = format == .mermaid ? "mmd" : format.rawValue
                let path = "\(folder)/\(definition.id)-\(name).\(ending)"
                let picture = try painter.draw(name, of: definition, for: file, as: format, depth: depth)
                try Data(picture.utf8).write(to: URL(filePath: path))
                return path
            }
            console.show(["files": .list(paths) { .string($0) }], else: paths.joined(separator: "\n"))
        }
    }
}
