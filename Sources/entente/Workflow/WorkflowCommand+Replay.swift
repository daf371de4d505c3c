import Agreements
import App
import ArgumentParser
import Engine
import Foundation

extension WorkflowCommand {
    /// The command `entente workflow replay`.
    struct Replay: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Replay recorded histories with this release; no database is needed.",
            discussion: """
                The events are folded, and every command behind them is decided again. For a history that comes out \
                otherwise the first event that differs is told, and how; the exit code is then 1.
                """)

        @Argument(help: "Histories (*.jsonl), or folders of them.")
        var paths: [String]

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.reporting {
                let results = try histories().map { folder, name in try replay(folder, name) }
                console.show(.list(results, \.json), else: results.map(\.line).joined(separator: "\n"))
                if results.contains(where: { $0.difference != nil }) { throw Exit.refused }
            }
        }

        private func histories() throws -> [(folder: String, name: String)] {
            try paths.flatMap { path -> [(String, String)] in
                guard path.hasSuffix(".jsonl") else {
                    let names = HistoryFiles(folder: path).names
                    guard !names.isEmpty else {
                        throw WrongUsage(path, "neither a history (*.jsonl) nor a folder that holds one")
                    }
                    return names.map { (path, $0) }
                }
                let url = URL(filePath: path)
                return [
                    (
                        url.deletingLastPathComponent().relativePath,
                        url.deletingPathExtension().lastPathComponent
                    )
                ]
            }
        }

        private func replay(_ folder: String, _ name: String) throws -> Result {
            let (history, workflows) = try HistoryFiles(folder: folder).read(name)
            var replay = HistoryReplay(history, workflows: workflows)
            var result = Result(name: name, title: history.title)
            do throws(HistoryDifference) { result.summary = try replay.run() } catch {
                result.difference = error
            }
            return result
        }
    }
}

extension WorkflowCommand.Replay {
    /// What became of one history.
    fileprivate struct Result {
        var name: String
        var title: String
        var summary: HistoryReplay.Summary?
        var difference: HistoryDifference?

        var line: String {
            if let difference { return say("échec  \(name) : \(difference)", "fail  \(name): \(difference)") }
            let (events, decisions) = (summary?.events ?? 0, summary?.decisions ?? 0)
            return say(
                "réussi  \(name) (\(events) événements, \(decisions) décisions)",
                "pass  \(name) (\(events) events, \(decisions) decisions)")
        }

        var json: JSON {
            [
                "name": .string(name), "title": .string(title), "passed": .bool(difference == nil),
                "events": .integer(Int64(summary?.events ?? 0)),
                "decisions": .integer(Int64(summary?.decisions ?? 0)),
                "difference": .optional(difference?.description),
            ]
        }
    }
}
