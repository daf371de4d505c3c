import Agreements
import App
import ArgumentParser
import Definitions

extension WorkflowCommand {
    /// The command `entente workflow check`.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check workflow files; no database is needed.",
            discussion:
                "Findings go to standard output, one a line: file:line:column: message. Exit code 1 when there is any."
        )

        @Argument(help: "Workflow files (YAML).")
        var files: [String]

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.reporting {
                var findings: [Finding] = []
                var sound: [Workflow] = []
                for file in files {
                    do throws(UnsoundFiles) { sound.append(try WorkflowFile.load(file)) } catch {
                        findings += error.findings
                    }
                }
                guard findings.isEmpty else { throw UnsoundFiles(findings) }
                console.show(
                    ["findings": [], "workflows": .list(sound) { .string("\($0.id)@\($0.version)") }],
                    else: sound.map { "\($0.id)@\($0.version): \(say("correct", "sound"))" }.joined(
                        separator: "\n"))
            }
        }
    }
}
