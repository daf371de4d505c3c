import Agreements
import App
import ArgumentParser

extension RetentionCommand {
    /// The command `entente retention run`.
    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Eliminate what visas name, and mails, the access log and names of reviewers that were kept long enough.",
            discussion:
                "What a legal hold or a rule stops is told, and the rest goes on: the exit code is then 1.")

        @OptionGroup var actor: ActorOptions
        @OptionGroup var request: RequestOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let runs = try await desk.runRetention(as: actor.actor, requestID: request.id)
                console.show(.list(runs, json), else: table(runs).text())
                if runs.contains(where: { $0.refusal != nil }) { throw Exit.refused }
            }
        }

        private func json(_ run: RetentionRun) -> JSON {
            [
                "rule": .string(run.rule), "file": .optional(run.file), "count": .integer(Int64(run.count)),
                "code": .optional(run.refusal?.code),
            ]
        }

        private func table(_ runs: [RetentionRun]) -> Table {
            var table = Table(
                say("RÈGLE", "RULE"), say("DOSSIER", "FILE"), say("ÉLIMINÉS", "ELIMINATED"),
                say("REFUS", "REFUSAL"))
            for run in runs {
                table.add(run.rule, run.file, String(run.count), run.refusal?.text[Console.language])
            }
            return table
        }
    }
}
