import Agreements
import App
import ArgumentParser
import Engine
import Storage

extension CallCommand {
    /// The command `entente call list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the calls.")

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let calls = try await desk.installation.catalogue.calls()
                let now = try await desk.installation.store.now()
                var table = Table(
                    say("ANNÉE", "YEAR"), say("DISPOSITIFS", "INSTRUMENTS"), say("OUVRE", "OPENS"),
                    say("FERME", "CLOSES"), say("CLASSEMENT", "RANKING"), say("OUVERT", "OPEN"), "ID")
                for call in calls {
                    table.add(
                        "\(call.year)", call.instruments.joined(separator: ","),
                        desk.times.text(call.opensAt),
                        desk.times.text(call.closesAt), call.rankingAt.map(desk.times.text),
                        call.isOpen(at: now) ? say("oui", "yes") : say("non", "no"), call.id.description)
                }
                console.show(
                    .list(calls, CallCommand.json), else: table.text(empty: say("Aucun appel.", "No call.")))
            }
        }
    }
}
