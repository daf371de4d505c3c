import Agreements
import App
import ArgumentParser

extension CallCommand {
    /// The command `entente call open`.
    struct Open: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open a call; times are of the institution's zone (2016-06-15T17:00) or RFC 3339.")

        @Option(help: "Instruments, with commas between: LIA,LEA.")
        var instruments: String

        @Option(help: "The year of the call.")
        var year: Int

        @Option(help: "When it opens.")
        var opens: String

        @Option(help: "The last instant at which a proposal is in time.")
        var closes: String

        @Option(help: "When the committee closes its ranking.")
        var ranking: String?

        @OptionGroup var actor: ActorOptions
        @OptionGroup var request: RequestOptions
        @OptionGroup var options: GlobalOptions

        func validate() throws {
            guard (1900...9999).contains(year) else {
                throw ValidationError("--year: four digits, such as 2016.")
            }
        }

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let names = instruments.split(separator: ",").map { $0.trimmingPrefix(" ").uppercased() }
                let call = try await desk.open(
                    instruments: names, year: year, opens: opens, closes: closes, ranking: ranking,
                    as: actor.actor, requestID: request.id)
                console.show(
                    CallCommand.json(call),
                    else: say(
                        "Appel \(call.year) ouvert à \(names.joined(separator: ", ")) jusqu’au \(desk.times.text(call.closesAt)) : \(call.id)",
                        "Call \(call.year) open to \(names.joined(separator: ", ")) until \(desk.times.text(call.closesAt)): \(call.id)"
                    ))
            }
        }
    }
}
