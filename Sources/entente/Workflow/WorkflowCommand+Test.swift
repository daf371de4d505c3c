import Agreements
import App
import ArgumentParser
import Definitions
import Foundation

extension WorkflowCommand {
    /// The command `entente workflow test`.
    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Play scenario files with a simulated clock, and report what they cover.",
            discussion: """
                A path is a scenario file, a folder of them, or a workflow file; for a workflow alone the scenarios \
                are those of `scenarios/` beside it. They are played in memory by the same engine and the same \
                texts of notices that serve a database; what storage adds is not tried. Exit code 1 when an \
                expectation does not hold; with --generate also when a transition is left that no scenario takes \
                and that is not proved impossible.
                """)

        @Argument(help: "Scenario files, folders of them, workflow files.")
        var paths: [String]

        @Flag(help: "Write scenarios into --output that cover the transitions which the given ones do not.")
        var generate = false

        @Option(help: "The folder of generated scenarios.")
        var output = "generated-scenarios"

        @Option(help: "What the search for scenarios draws from; the same seed gives the same files.")
        var seed: UInt64 = 1

        @Option(help: "How many decisions the search may take, for each workflow.")
        var decisions = 50_000

        @Option(help: "Write what was recorded of each agreement into this folder, as histories that replay.")
        var record: String?

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.reporting {
                let trial = try WorkflowTrial(paths)
                let outcomes = try await trial.play()
                if let record { try write(outcomes, to: HistoryFiles(folder: record)) }
                var report = TrialReport(outcomes: outcomes, coverage: trial.coverage())
                if generate {
                    report.generated = try await trial.generate(
                        into: output, seed: seed, decisionsMax: decisions, onProgress: Self.tell)
                }
                console.show(report.json, else: report.text)
                if report.hasFailures || report.leavesUncovered { throw Exit.refused }
            }
        }

        /// Says on stderr what the search has found, for it may take long.
        private static func tell(_ progress: WorkflowTrial.Progress) {
            let text = say(
                "\(progress.file) : \(progress.decisions) décisions, reste \(progress.left)",
                "\(progress.file): \(progress.decisions) decisions, \(progress.left) left")
            FileHandle.standardError.write(Data((text + "\n").utf8))
        }

        private func write(_ outcomes: [WorkflowTrial.Outcome], to files: HistoryFiles) throws {
            for outcome in outcomes {
                let name = outcome.path.split(separator: "/").last?.dropLast(".yaml".count) ?? ""
                for (key, history) in outcome.histories {
                    let suffix = outcome.histories.count == 1 ? "" : "-\(key)"
                    try files.write(history, as: "\(name)\(suffix)")
                }
            }
        }
    }
}
