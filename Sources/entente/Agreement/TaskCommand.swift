import Agreements
import App
import ArgumentParser
import Engine
import Storage

/// The command `entente task`.
struct TaskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "task", abstract: "What waits, on whom, until when.", subcommands: [List.self])

    /// The command `entente task list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The open tasks, the earliest due first.")

        @Option(name: .customLong("as"), help: "Only those of this person.")
        var person: String?

        @Option(help: "Only those of this role, such as PI_FR.")
        var role: String?

        @Option(help: "Only those of this agreement.")
        var agreement: String?

        @Option(help: "How many at most.", transform: rowCount)
        var limit = 1_000

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let lines = try await desk.tasks(
                    for: person, role: role, agreement: agreement, limit: limit)
                let now = try await desk.installation.store.now()
                let steps = table(lines, desk.times, now).text(empty: say("Rien n’attend.", "Nothing waits."))
                let hints = lines.compactMap { line in
                    line.operation.map { "\(line.title[Console.language])\n  \($0.hint[Console.language])" }
                }
                try console.show(
                    .list(lines, Self.json), else: ([steps] + hints).joined(separator: "\n\n"))
            }
        }

        private static func json(_ line: TaskLine) throws -> JSON {
            guard case .object(var members) = try JSON(row: line.row) else { return .null }
            members["title"] = .string(line.title[Console.language])
            members["kind"] = .string(line.operation?.row.kind.rawValue ?? "step")
            if let operation = line.operation {
                members["cause"] = .string(operation.row.cause[Console.language])
                members["hint"] = .string(operation.hint[Console.language])
            }
            return .object(members)
        }

        private func table(_ lines: [TaskLine], _ times: LegalTimeText, _ now: Instant) -> Table {
            var table = Table(
                say("ÉCHÉANCE", "DUE"), say("RÔLE", "ROLE"), say("TÂCHE", "TASK"), say("DOSSIER", "FILE"),
                say("ÉTAT", "STATE"), say("DEPUIS", "SINCE"))
            for line in lines {
                let late = line.row.dueAt.map { $0 <= now } ?? false
                table.add(
                    line.due.map { $0 + (late ? " !" : "") },
                    line.row.role + (line.row.narrowedTo.map { "(\(line.names[$0] ?? $0))" } ?? ""),
                    line.title[Console.language], line.row.reference ?? line.row.agreement.description,
                    "\(line.row.process)/\(line.row.state)", times.text(line.row.openedAt))
            }
            return table
        }
    }
}
