import App
import ArgumentParser
import Definitions

extension CELCommand {
    /// The command `entente cel test`.
    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Run cases of expressions: each has to give its value, or an error.",
            discussion: "Exit code 1 when any case failed.")

        @Argument(help: "Files of cases (JSON), or folders of them.")
        var paths: [String]

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            try await Console(options: options).judge(paths) { path throws(ConformanceProblem) in
                try CELSuite.run(path)
            }
        }
    }
}
