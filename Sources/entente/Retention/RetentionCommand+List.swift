import Agreements
import App
import ArgumentParser

extension RetentionCommand {
    /// The command `entente retention list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What is due under the rules of Workflows/reference/retention.csv, and since when.")

        @Option(help: "Only this rule.")
        var rule: String?

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let lines = try await desk.retention(of: rule)
                console.show(.list(lines, json), else: table(lines).text())
            }
        }

        private func json(_ line: RetentionLine) -> JSON {
            var members: [String: JSON] = [
                "rule": .string(line.rule.code), "fate": .string(line.rule.fate.rawValue),
                "since": .string(line.since.description), "count": .integer(Int64(line.count)),
                "file": .optional(line.file),
            ]
            if let item = line.item {
                members["agreement"] = .string(item.agreement.description)
                members["values"] = .list(item.values) { .string($0.description) }
                members["documents"] = .list(item.documents) { .string($0.description) }
                members["approved"] = .bool(item.isApproved)
                members["held"] = .bool(item.isHeld)
            }
            return .object(members)
        }

        private func table(_ lines: [RetentionLine]) -> Table {
            var table = Table(
                say("RÈGLE", "RULE"), say("DOSSIER", "FILE"), say("DÈS", "SINCE"), say("NOMBRE", "COUNT"),
                say("SORT", "FATE"), say("ÉTAT", "STATE"), say("QUOI", "WHAT"))
            for line in lines {
                table.add(
                    line.rule.code, line.file, line.since.description, String(line.count), fate(line),
                    state(line), line.rule.title[Console.language])
            }
            return table
        }

        private func fate(_ line: RetentionLine) -> String {
            switch line.rule.fate {
            case .keep: say("conserver", "keep")
            case .destroy: say("détruire", "destroy")
            case .destroyWithVisa: say("détruire sur visa", "destroy with visa")
            }
        }

        private func state(_ line: RetentionLine) -> String? {
            guard let item = line.item, line.rule.fate == .destroyWithVisa else { return nil }
            if item.isHeld { return say("gelé", "held") }
            return item.isApproved ? say("visé", "approved") : say("visa attendu", "visa awaited")
        }
    }
}
