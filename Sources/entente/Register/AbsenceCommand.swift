import Agreements
import App
import ArgumentParser
import Storage

/// The command `entente absence`.
struct AbsenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "absence", abstract: "Who cannot be counted on, from a day to a day.",
        subcommands: [Add.self, End.self, List.self])

    static func json(_ absence: Absence) -> JSON {
        [
            "id": .string(absence.id.description), "person": .string(absence.person.description),
            "from": .string(absence.from.description), "until": .string(absence.until.description),
        ]
    }

    /// The command `entente absence add`.
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Enter an absence; says at once which open steps it leaves without anybody.",
            discussion: "Rights do not change: notices to the person go to their delegates as well.")

        @Argument(help: "Who: id, mail address or operating-system user.")
        var person: String

        @Option(help: "The first day, such as 2016-08-01.")
        var from: String

        @Option(help: "The last day.")
        var until: String

        @OptionGroup var actor: ActorOptions
        @OptionGroup var request: RequestOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let (absence, gaps) = try await desk.add(
                    absenceOf: person, from: from, until: until, as: actor.actor, requestID: request.id)
                guard case .object(var members) = AbsenceCommand.json(absence) else { return }
                members["warnings"] = .list(gaps, StaffingCommand.json)
                console.show(
                    .object(members),
                    else: "\(absence.from) – \(absence.until): \(absence.id)"
                        + StaffingCommand.warnings(gaps))
            }
        }
    }

    /// The command `entente absence end`.
    struct End: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "End an absence before its last day.")

        @Argument(help: "The id of the absence.")
        var absence: String

        @Option(help: "The last day of it; yesterday by default.")
        var until: String?

        @OptionGroup var actor: ActorOptions
        @OptionGroup var request: RequestOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let absence = try await desk.end(
                    absence: absence, until: until, as: actor.actor, requestID: request.id)
                console.show(
                    AbsenceCommand.json(absence),
                    else: say("Absence terminée : ", "Absence ended: ") + absence.until.description)
            }
        }
    }

    /// The command `entente absence list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The absences, past ones included.")

        @Argument(help: "Only of this person.")
        var person: String?

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let person: Person.ID? = if let person { try await desk.person(person) } else { nil }
                let absences = try await desk.installation.catalogue.absences(of: person)
                let names = try await desk.names()
                var table = Table(say("PERSONNE", "PERSON"), say("DU", "FROM"), say("AU", "UNTIL"), "ID")
                for item in absences {
                    table.add(
                        names[item.person] ?? item.person.description, item.from.description,
                        item.until.description, item.id.description)
                }
                console.show(
                    .list(absences, AbsenceCommand.json),
                    else: table.text(empty: say("Aucune absence.", "No absence.")))
            }
        }
    }
}
