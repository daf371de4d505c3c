import Agreements
import App
import ArgumentParser

extension CallCommand {
    static func json(_ subscription: Subscription) -> JSON {
        [
            "person": .string(subscription.person.description),
            "instruments": .array(subscription.instruments.map(JSON.string)),
        ]
    }

    static func text(_ subscription: Subscription) -> String {
        let names = subscription.instruments.joined(separator: ", ")
        return names.isEmpty
            ? say("Abonnée à aucun appel.", "Subscribed to no call.")
            : say("Appels suivis : \(names).", "Subscribed to calls of \(names).")
    }

    static func instruments(_ text: String) -> [String] {
        text.split(separator: ",").map { $0.trimmingPrefix(" ").uppercased() }
    }

    /// The command `entente call subscribe`.
    struct Subscribe: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Have a person told when calls open and when they are extended.")

        @Argument(help: "Who: id, mail address or operating-system user.")
        var person: String

        @Option(help: "Instruments, with commas between: LIA,LEA.")
        var instruments: String

        @OptionGroup var actor: ActorOptions
        @OptionGroup var request: RequestOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let subscription = try await desk.subscribe(
                    person, to: CallCommand.instruments(instruments), as: actor.actor, requestID: request.id)
                console.show(CallCommand.json(subscription), else: CallCommand.text(subscription))
            }
        }
    }

    /// The command `entente call unsubscribe`.
    struct Unsubscribe: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Have a person told of calls no more; mails that have not left stay behind.")

        @Argument(help: "Who: id, mail address or operating-system user.")
        var person: String

        @Option(help: "Only of these instruments, with commas between; of all by default.")
        var instruments: String?

        @OptionGroup var actor: ActorOptions
        @OptionGroup var request: RequestOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let subscription = try await desk.unsubscribe(
                    person, from: instruments.map(CallCommand.instruments), as: actor.actor,
                    requestID: request.id)
                console.show(CallCommand.json(subscription), else: CallCommand.text(subscription))
            }
        }
    }

    /// The command `entente call subscribers`.
    struct Subscribers: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Who is told of calls, and of which instruments.")

        @Option(help: "Only of this instrument.")
        var instrument: String?

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let subscriptions = try await desk.subscriptions(to: instrument?.uppercased())
                let names = try await desk.names()
                var table = Table(say("PERSONNE", "PERSON"), say("DISPOSITIFS", "INSTRUMENTS"), "ID")
                for subscription in subscriptions {
                    table.add(
                        names[subscription.person] ?? say("(éliminé)", "(eliminated)"),
                        subscription.instruments.joined(separator: ","), subscription.person.description)
                }
                console.show(
                    .list(subscriptions, CallCommand.json),
                    else: table.text(empty: say("Personne.", "Nobody.")))
            }
        }
    }
}
