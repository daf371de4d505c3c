import Agreements
import App
import ArgumentParser
import Storage

/// The command `entente audit`.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Recompute what follows from the events.", subcommands: [Verify.self])

    /// The command `entente audit verify`.
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check every hash, chain, table and stored byte; exit code 1 when anything differs.")

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let report = try await AuditVerifier(desk.installation.databases.engine).verify()
                try console.show(try json(report), else: text(report))
                if !report.isGreen { throw Exit.refused }
            }
        }

        private func json(_ report: AuditReport) throws -> JSON {
            [
                "green": .bool(report.isGreen), "streams": .integer(Int64(report.streams)),
                "events": .integer(Int64(report.events)), "eliminated": .integer(Int64(report.eliminated)),
                "findings": try .list(report.findings) { try JSON(row: $0) },
            ]
        }

        private func text(_ report: AuditReport) -> String {
            let counts = say(
                "\(report.events) événements de \(report.streams) chaînes, \(report.eliminated) valeurs éliminées",
                "\(report.events) events of \(report.streams) chains, \(report.eliminated) values eliminated")
            guard report.isGreen else {
                let head = say(
                    "ROUGE : \(report.findings.count) écart(s) ; ",
                    "RED: \(report.findings.count) difference(s); ")
                return (report.findings.map(\.description) + [head + counts]).joined(separator: "\n")
            }
            return say("VERT : ", "GREEN: ") + counts
        }
    }
}
