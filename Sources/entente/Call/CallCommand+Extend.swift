import Agreements
import App
import ArgumentParser

extension CallCommand {
    /// The command `entente call extend`.
    struct Extend: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Move a call's closing to a later time; every proposal of it is told.")

        @Argument(help: "The call: its id, or its year when only one call is of that year.")
        var call: String

        @Option(help: "The new closing.")
        var closes: String

        @OptionGroup var actor: ActorOptions
        @OptionGroup var request: RequestOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let call = try await desk.extend(
                    self.call, to: closes, as: actor.actor, requestID: request.id)
                console.show(
                    CallCommand.json(call),
                    else: say(
                        "Appel \(call.year) prolongé jusqu’au \(desk.times.text(call.closesAt)).",
                        "Call \(call.year) extended until \(desk.times.text(call.closesAt))."))
            }
        }
    }
}
