import Agreements
import App
import ArgumentParser
import Storage

extension Party.Kind: ExpressibleByArgument {}

/// The command `entente organisation`.
struct OrganisationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organisation", abstract: "Enter and list organisations.",
        subcommands: [Add.self, Locate.self, List.self])

    /// The command `entente organisation add`.
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Enter an organisation in the register.")

        @Argument(help: "A short id that stays, such as snu.")
        var id: String

        @Option(help: "Its name.")
        var name: String

        @Option(help: "The city of its seat.")
        var city: String?

        @Option(help: "ISO 3166-1 alpha-2, such as KR.")
        var country: String

        @Option(help: "epst, epscp, epic, foreign or other.")
        var kind: Party.Kind

        @Flag(help: "It is the institution whose files these are.")
        var own = false

        @OptionGroup var actor: ActorOptions
        @OptionGroup var request: RequestOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let party = Party(
                    id: id, name: name, city: city, country: country, kind: kind, home: own)
                try await desk.add(party, as: actor.actor, requestID: request.id)
                console.show(["id": .string(id)], else: "\(name): \(id)")
            }
        }
    }

    /// The command `entente organisation locate`.
    struct Locate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Enter or change the city of an organisation's seat.")

        @Argument(help: "The organisation's id.")
        var id: String

        @Argument(help: "The city.")
        var city: String

        @OptionGroup var actor: ActorOptions
        @OptionGroup var request: RequestOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                try await desk.locate(id, in: city, as: actor.actor, requestID: request.id)
                console.show(["id": .string(id), "city": .string(city)], else: "\(id): \(city)")
            }
        }
    }

    /// The command `entente organisation list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The organisations of the register.")

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let parties = try await desk.installation.catalogue.organisations()
                var table = Table(
                    "ID", say("NOM", "NAME"), say("VILLE", "CITY"), say("PAYS", "COUNTRY"),
                    say("NATURE", "KIND"), say("NÔTRE", "OWN"))
                for party in parties {
                    table.add(
                        party.id, party.name, party.city, party.country, party.kind.rawValue,
                        party.home ? say("oui", "yes") : "")
                }
                try console.show(
                    .list(parties) { try JSON(row: $0) },
                    else: table.text(empty: say("Aucun organisme.", "No organisation.")))
            }
        }
    }
}
