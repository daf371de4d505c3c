import Agreements
import App
import ArgumentParser

extension NoticeCommand {
    /// The command `entente notice acknowledge`.
    struct Acknowledge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that a notice which did not arrive was seen to, and how.",
            discussion: "It ends the office's task for it. To send it again: `entente job retry`.")

        @Argument(help: "The id of the notice.")
        var id: String

        @Option(help: "What was done instead, such as a telephone call.")
        var reason: String

        @OptionGroup var actor: ActorOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                try await desk.acknowledge(notice: id, because: reason, as: actor.actor)
                console.show(
                    ["id": .string(id.lowercased()), "acknowledged": true],
                    else: say("Pris acte.", "Acknowledged."))
            }
        }
    }
}
