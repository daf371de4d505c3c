import App
import ArgumentParser
import Engine

/// The command `entente act`.
struct ActCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "act", abstract: "Do an act on an agreement, or record one from paper.",
        discussion: """
            `entente agreement why A --as PERSON` lists the acts that are open and what each needs. In a real \
            database only recording from paper is possible: --record, --dated, --scan and --reason.
            """)

    @Argument(help: "The agreement.")
    var agreement: String

    @Argument(help: "The act, such as submit.")
    var event: String

    @Option(name: .customLong("for"), help: "For whom the actor acts, under a delegation.")
    var principal: String?

    @Option(help: "The process meant, where several expect the act: partner/snu.")
    var process: String?

    @Option(help: "A value of the act: name=value; once for each.")
    var input: [String] = []

    @Option(help: "The reason, where the act needs one.")
    var reason: String?

    @Option(help: "The revision that you saw; refused when the file has changed since.")
    var expect: Int?

    @Option(help: "Records from paper: the person who decided or signed.")
    var record: String?

    @Option(help: "The date on the paper (YYYY-MM-DD).")
    var dated: String?

    @Option(help: "The scan: a document of the agreement, by id, SHA-256 or kind.")
    var scan: String?

    @OptionGroup var actor: ActorOptions
    @OptionGroup var request: RequestOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard record != nil || (dated == nil && scan == nil) else {
            throw ValidationError("--dated and --scan go with --record.")
        }
    }

    func run() async throws {
        let console = Console(options: options)
        try await console.withDesk { desk in
            let answer = try await desk.act(order())
            console.show(answer.json, else: answer.line)
        }
    }

    private func order() -> ActOrder {
        var order = ActOrder(event, on: agreement)
        (order.actor, order.principal, order.process) = (actor.actor, principal, process)
        (order.input, order.reason, order.expectedRevision) = (input, reason, expect)
        order.requestID = request.id
        order.record = record.map { .init(person: $0, dated: dated, scan: scan) }
        return order
    }
}
