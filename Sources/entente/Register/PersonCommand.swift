import Agreements
import App
import ArgumentParser
import Storage

/// The command `entente person`.
struct PersonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "Enter, list and erase people.",
        subcommands: [Add.self, Disable.self, Erase.self, List.self])

    /// The command `entente person add`.
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Enter a person in the register.")

        @Option(help: "The name, as letters call them.")
        var name: String

        @Option(help: "The mail address; in a simulated database one of .example.")
        var email: String

        @Option(help: "The id of their organisation.")
        var organisation: String?

        @Option(help: "Their unit, such as U1151.")
        var unit: String?

        @Option(help: "fr or en; they are written to in both when not known.")
        var language: Language?

        @Option(help: "The operating-system user who is this person.")
        var osUser: String?

        @OptionGroup var actor: ActorOptions
        @OptionGroup var request: RequestOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let new = NewPerson(
                    name: name, email: email, organisation: organisation, unit: unit, language: language,
                    operatingSystemUser: osUser)
                let id = try await desk.add(new, as: actor.actor, requestID: request.id)
                console.show(["id": .string(id.description)], else: "\(name): \(id)")
            }
        }
    }

    /// The command `entente person disable`.
    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Note that a person left: they hold nothing from now on, delegations included.")

        @Argument(help: "Who: id, mail address or operating-system user.")
        var person: String

        @OptionGroup var actor: ActorOptions
        @OptionGroup var request: RequestOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let gaps = try await desk.disable(
                    person: person, as: actor.actor, requestID: request.id)
                console.show(
                    ["warnings": .list(gaps, StaffingCommand.json)],
                    else: say("Départ noté.", "Noted.") + StaffingCommand.warnings(gaps))
            }
        }
    }

    /// The command `entente person erase`.
    struct Erase: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Erase the name and the address of a person who left, their login and the mails they got.",
            discussion: """
                It cannot be undone. Refused as long as a file that is kept names them: what was decided and signed \
                says by whom. The events stay, and name them by an id.
                """)

        @Argument(help: "Who: id, mail address or operating-system user.")
        var person: String

        @OptionGroup var actor: ActorOptions
        @OptionGroup var request: RequestOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                try await desk.erase(person: person, as: actor.actor, requestID: request.id)
                console.show([:], else: say("Effacé.", "Erased."))
            }
        }
    }

    /// The command `entente person list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Everybody of the register.")

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let people = try await desk.installation.catalogue.people()
                var table = Table(
                    say("NOM", "NAME"), say("ADRESSE", "ADDRESS"), say("ORGANISME", "ORGANISATION"),
                    say("UNITÉ", "UNIT"), say("LANGUE", "LANGUAGE"), say("UTILISATEUR", "OS USER"),
                    say("ACTIF", "ACTIVE"), "ID")
                for row in people {
                    table.add(
                        row.name ?? say("(éliminé)", "(eliminated)"), row.email, row.person.organisation,
                        row.person.unit, row.person.language?.rawValue, row.operatingSystemUser,
                        row.person.active ? say("oui", "yes") : say("non", "no"), row.person.id.description)
                }
                console.show(
                    .list(people) {
                        [
                            "id": .string($0.person.id.description), "name": .optional($0.name),
                            "email": .optional($0.email), "organisation": .optional($0.person.organisation),
                            "unit": .optional($0.person.unit),
                            "language": .optional($0.person.language?.rawValue),
                            "os_user": .optional($0.operatingSystemUser), "active": .bool($0.person.active),
                        ]
                    }, else: table.text(empty: say("Personne.", "Nobody.")))
            }
        }
    }
}
