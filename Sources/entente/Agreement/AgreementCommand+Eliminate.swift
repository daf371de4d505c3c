import App
import ArgumentParser
import Engine

extension AgreementCommand {
    /// The command `entente agreement eliminate`.
    struct Eliminate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Eliminate values and documents of a closed file, for ever.",
            discussion: """
                What is eliminated is deleted with its salt; the events that name it, their chain and the plain \
                SHA-256 of texts put to signature stay. `entente agreement history A --json` shows the ids of \
                values. In a real database the decision is recorded from paper: --record, --dated and --scan.
                """)

        @Argument(help: "The agreement.")
        var agreement: String

        @Option(help: "A value, by id; once for each.")
        var value: [String] = []

        @Option(help: "A document, by id, SHA-256 or kind (the last); once for each.")
        var document: [String] = []

        @Flag(help: "Every value and document, except reasons and scans of eliminations.")
        var all = false

        @Option(help: "Why.")
        var reason: String

        @Option(help: "Records from paper: the person who decided.")
        var record: String?

        @Option(help: "The date on the paper (YYYY-MM-DD).")
        var dated: String?

        @Option(help: "The scan: a document of the agreement, by id, SHA-256 or kind.")
        var scan: String?

        @OptionGroup var actor: ActorOptions
        @OptionGroup var request: RequestOptions
        @OptionGroup var options: GlobalOptions

        func validate() throws {
            guard all == (value.isEmpty && document.isEmpty) else {
                throw ValidationError("Say either --all, or --value and --document.")
            }
            guard record != nil || (dated == nil && scan == nil) else {
                throw ValidationError("--dated and --scan go with --record.")
            }
        }

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let answer = try await desk.eliminate(order())
                console.show(answer.json, else: answer.line)
            }
        }

        private func order() -> EliminationOrder {
            var order = EliminationOrder(agreement, reason: reason)
            (order.values, order.documents, order.isWhole) = (value, document, all)
            (order.actor, order.requestID) = (actor.actor, request.id)
            order.record = record.map { .init(person: $0, dated: dated, scan: scan) }
            return order
        }
    }
}
