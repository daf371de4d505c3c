import App
import ArgumentParser
import Definitions

extension SCXMLCommand {
    /// The command `entente scxml test`.
    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Run SCXML documents in virtual time, each in its own session.",
            discussion: """
                A PATH is a document, which has to end in the state pass, or a folder with a manifest.json: \
                documents that have to end in pass, or scripts of events with the states after each.
                Exit code 1 when any case failed.
                """)

        @Argument(help: "Documents (.scxml), or folders with a manifest.json.")
        var paths: [String]

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            try await Console(options: options).judge(paths) { path throws(ConformanceProblem) in
                try SCXMLSuite.run(path)
            }
        }
    }
}
