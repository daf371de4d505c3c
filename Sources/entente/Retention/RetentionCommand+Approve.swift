import App
import ArgumentParser
import Engine

extension RetentionCommand {
    /// The command `entente retention approve`.
    struct Approve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The archivist's visa for all that is due of a file under one rule.",
            discussion: """
                The event names every value and document; `entente retention run` then eliminates them. In a real \
                database the visa is recorded from paper: --record, --dated and --scan.
                """)

        @Argument(help: "The agreement.")
        var agreement: String

        @Option(help: "The rule, as `retention list` names it.")
        var rule: String

        @Option(help: "Why.")
        var reason: String

        @Option(help: "Makes a repeated command happen once.")
        var requestId: String?

        @Option(help: "Records from paper: the person who consented.")
        var record: String?

        @Option(help: "The date on the paper (YYYY-MM-DD).")
        var dated: String?

        @Option(help: "The scan: a document of the agreement, by id, SHA-256 or kind.")
        var scan: String?

        @OptionGroup var actor: ActorOptions
        @OptionGroup var options: GlobalOptions

        func validate() throws {
            guard record != nil || (dated == nil && scan == nil) else {
                throw ValidationError("--dated and --scan go with --record.")
            }
        }

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                var order = VisaOrder(agreement, rule: rule, reason: reason)
                (order.actor, order.requestID) = (actor.actor, requestId)
                order.record = record.map { .init(person: $0, dated: dated, scan: scan) }
                let answer = try await desk.approve(order)
                console.show(answer.json, else: answer.line)
            }
        }
    }
}
