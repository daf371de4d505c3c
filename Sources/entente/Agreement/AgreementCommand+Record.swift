import Agreements
import App
import ArgumentParser
import Engine

extension AgreementCommand {
    /// The command `entente agreement record`.
    struct Record: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Print what was recorded of one agreement, as a history that replays in later releases.",
            discussion: """
                Lines of JSON: the definition with its full text, the changes of the register, then each event with \
                its hash and what was seen after it. No text, name or address is in it: events hold references to \
                them only.
                """)

        @Argument(help: "The agreement.")
        var agreement: String

        @Option(help: "What the history shows, in a line.")
        var title: String?

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let history = try await desk.record(agreement, title: title)
                Output.print(try history.lines().joined(separator: "\n"))
            }
        }
    }
}
