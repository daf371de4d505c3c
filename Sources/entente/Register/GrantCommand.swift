import Agreements
import App
import ArgumentParser
import Storage

/// The command `entente grant`.
struct GrantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant", abstract: "Give, end and list roles.",
        subcommands: [Add.self, End.self, List.self])

    static func json(_ grant: Grant) -> JSON {
        [
            "id": .string(grant.id.description), "person": .string(grant.person.description),
            "role": .string(grant.role), "scope": .string(grant.scope.description),
            "from": .string(grant.from.description), "until": .optional(grant.until?.description),
        ]
    }

    /// The command `entente grant add`.
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give a person a role, from a day to a day.")

        @Argument(help: "Who: id, mail address or operating-system user.")
        var person: String

        @Argument(help: "The role, such as INT.")
        var role: String

        @Option(help: "*, unit:…, party:…, itmo:…, instrument:… or agreement:…")
        var scope = "*"

        @Option(help: "From when; now by default.")
        var from: String?

        @Option(help: "Until when, exclusive; open by default.")
        var until: String?

        @OptionGroup var actor: ActorOptions
        @OptionGroup var request: RequestOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let grant = try await desk.grant(
                    role, to: person, scope: scope, from: from, until: until, as: actor.actor,
                    requestID: request.id)
                console.show(GrantCommand.json(grant), else: "\(role) \(scope): \(grant.id)")
            }
        }
    }

    /// The command `entente grant end`.
    struct End: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "End a role.")

        @Argument(help: "The id of the grant.")
        var grant: String

        @Option(help: "When; now by default.")
        var until: String?

        @OptionGroup var actor: ActorOptions
        @OptionGroup var request: RequestOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let gaps = try await desk.end(
                    grant: grant, until: until, as: actor.actor, requestID: request.id)
                console.show(
                    ["id": .string(grant), "warnings": .list(gaps, StaffingCommand.json)],
                    else: say("Rôle terminé.", "Role ended.") + StaffingCommand.warnings(gaps))
            }
        }
    }

    /// The command `entente grant list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Who holds which role, past ones included.")

        @Argument(help: "Only of this person.")
        var person: String?

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let person: Person.ID? = if let person { try await desk.person(person) } else { nil }
                let grants = try await desk.installation.catalogue.grants(of: person)
                let names = try await desk.names()
                var table = Table(
                    say("PERSONNE", "PERSON"), say("RÔLE", "ROLE"), say("PORTÉE", "SCOPE"), say("DU", "FROM"),
                    say("AU", "UNTIL"), "ID")
                for grant in grants {
                    table.add(
                        names[grant.person] ?? grant.person.description, grant.role, grant.scope.description,
                        desk.times.text(grant.from), grant.until.map(desk.times.text), grant.id.description)
                }
                console.show(
                    .list(grants, GrantCommand.json), else: table.text(empty: say("Aucun rôle.", "No role.")))
            }
        }
    }
}
