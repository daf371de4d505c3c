import Agreements
import App
import ArgumentParser

extension AgreementCommand {
    /// The command `entente agreement why`.
    struct Why: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "On whom the file waits, since when, until when, by which rule; and what you may do.")

        @Argument(help: "The agreement.")
        var agreement: String

        @Option(
            name: .customLong("as"),
            help: "For whom the acts are asked: id, mail address or operating-system user.")
        var asker: String?

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let why = try await desk.why(agreement, as: asker)
                let name = try await why.asker.map { try await desk.names()[$0] ?? $0.description }
                try console.show(
                    try JSON(row: why), else: WhyText(why: why, times: desk.times, asker: name).text())
            }
        }
    }
}

extension Optional {
    /// `map` for a transform that waits.
    fileprivate func map<Result>(_ transform: (Wrapped) async throws -> Result) async rethrows -> Result? {
        if let self { try await transform(self) } else { nil }
    }
}
