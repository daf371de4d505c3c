import Agreements
import App
import ArgumentParser
import Engine

extension AgreementCommand {
    /// The command `entente agreement skip`.
    struct Skip: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Leave out the timer that blocks an agreement because its consequence is impossible.",
            discussion: """
                `entente task list` shows such timers with their cause. The state stays as it is, the timer \
                is cancelled, and who skipped it and why is recorded. Only the timer that blocks now can be \
                skipped.
                """)

        @Argument(help: "The agreement.")
        var agreement: String

        @Argument(help: "The timer, by id or name.")
        var timer: String

        @Option(help: "Why.")
        var reason: String

        @OptionGroup var actor: ActorOptions
        @OptionGroup var request: RequestOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let answer = try await desk.skip(
                    timer: timer, of: agreement, because: reason, as: actor.actor, requestID: request.id)
                console.show(answer.json, else: answer.line)
            }
        }
    }
}
