import Agreements
import App
import ArgumentParser
import Engine
import Foundation

extension DocumentCommand {
    /// The command `entente document add`.
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a file to an agreement.",
            discussion: "A new version of the text voids the signatures given on the old one.")

        @Argument(help: "The agreement.")
        var agreement: String

        @Argument(help: "The file, at most 25 MiB.")
        var file: String

        @Option(help: "text, letter, partner_letter, report, scan, …")
        var kind: String

        @Option(help: "The process whose text it is, such as amendment/1; the agreement's own by default.")
        var process: String?

        @Option(help: "The language of the text, a code of ISO 639-1 such as fr.")
        var language: String?

        @OptionGroup var actor: ActorOptions
        @OptionGroup var request: RequestOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                var document = NewDocument(
                    kind: kind, language: language, fileName: URL(filePath: file).lastPathComponent,
                    bytes: try Console.bytes(of: file))
                document.process = process
                let (answer, added) = try await desk.add(
                    document, to: agreement, as: actor.actor, requestID: request.id)
                try console.show(try json(answer, added), else: line(answer, added))
            }
        }

        private func json(_ answer: Answer, _ added: Document?) throws -> JSON {
            guard case .object(var members) = answer.json else { return .null }
            members["document"] = try added.map { try JSON(row: $0) } ?? .null
            return .object(members)
        }

        private func line(_ answer: Answer, _ added: Document?) -> String {
            guard let added else { return answer.line }
            return "\(added.kind) \(added.version): \(added.id)\n\(answer.line)"
        }
    }
}
