import App
import ArgumentParser
import Engine

extension AgreementCommand {
    /// The command `entente agreement edit`.
    struct Edit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change fields of the dossier; an empty value removes one.")

        @Argument(help: "The agreement.")
        var agreement: String

        @Option(help: "name=value; once for each.")
        var field: [String] = []

        @Option(help: "A JSON file with fields.")
        var fields: String?

        @Option(help: "The revision that you saw; refused when the file has changed since.")
        var expect: Int?

        @OptionGroup var actor: ActorOptions
        @OptionGroup var request: RequestOptions
        @OptionGroup var options: GlobalOptions

        func validate() throws {
            guard !field.isEmpty || fields != nil else {
                throw ValidationError("Nothing to change: give --field or --fields.")
            }
        }

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let file = try fields.map { try FieldsFile.read($0) } ?? [:]
                let answer = try await desk.edit(
                    agreement, fields: field, file: file, as: actor.actor, requestID: request.id,
                    expecting: expect)
                try console.show(answer, with: try await desk.namesakes(of: answer.agreement))
            }
        }
    }
}
