import Agreements
import App
import ArgumentParser
import FoundationEssentials

extension NoticeCommand {
    /// The command `entente notice bounce`.
    struct Bounce: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that a mail came back after its server had accepted it.",
            discussion: """
                The office then has a task for it. To send it again: `entente job retry`; to end the task otherwise: \
                `entente notice acknowledge`.
                """)

        @Argument(help: "The id of the notice, or the Message-ID that the returned mail names.")
        var id: String

        @Option(help: "What the returned mail says, such as: 5.1.1 no such user.")
        var reason: String

        @OptionGroup var actor: ActorOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let notice = try await desk.bounce(notice: id, because: reason, as: actor.actor)
                console.show(
                    ["id": .string(notice.uuidString.lowercased()), "status": "bounced"],
                    else: say("Retour noté : le bureau a une tâche.", "Noted: the office has a task."))
            }
        }
    }
}
