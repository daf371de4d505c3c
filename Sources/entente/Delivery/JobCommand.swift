import Agreements
import App
import ArgumentParser
import Storage

/// The command `entente job`.
struct JobCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "job", abstract: "What the runner has to do, and what it gave up.",
        subcommands: [List.self, Retry.self])

    /// What a job may be.
    enum State: String, ExpressibleByArgument, CaseIterable {
        case ready, running, done, dead, cancelled
    }

    /// The command `entente job list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Jobs, the newest first.")

        @Option(help: "Only in this state: ready, running, done, dead or cancelled.")
        var state: State?

        @Option(help: "How many at most.", transform: rowCount)
        var limit = 200

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let rows = try await desk.installation.catalogue.jobs(state: state?.rawValue, limit: limit)
                var table = Table(
                    "ID", say("NATURE", "KIND"), say("ÉTAT", "STATE"), say("ESSAIS", "ATTEMPTS"),
                    say("À FAIRE LE", "RUNS AT"), say("FAIT LE", "DONE AT"), say("ERREUR", "ERROR"))
                for row in rows {
                    table.add(
                        "\(row.id)", row.kind, row.state, "\(row.attempts)/\(row.attemptsMax)",
                        desk.times.text(row.runAt), row.doneAt.map(desk.times.text), row.lastError?.shortened)
                }
                try console.show(
                    .list(rows) { try JSON(row: $0) },
                    else: table.text(empty: say("Aucune tâche.", "No job.")))
            }
        }
    }

    /// The command `entente job retry`.
    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Give a dead job another life.")

        @Argument(help: "The number of the job.")
        var id: Int

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                try await desk.retry(job: id)
                console.show(
                    ["id": .integer(Int64(id)), "state": "ready"],
                    else: say("La tâche \(id) est de nouveau prête.", "Job \(id) is ready again."))
            }
        }
    }
}
