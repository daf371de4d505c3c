import Agreements
import App
import ArgumentParser
import Storage

/// The command `entente succession`.
struct SuccessionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "succession", abstract: "Thematic institutes and units that were merged into others.",
        subcommands: [Add.self, Undo.self, List.self])

    static func json(_ succession: Succession) -> JSON {
        [
            "kind": .string(succession.kind.rawValue), "from": .string(succession.from),
            "into": .string(succession.into), "on": .string(succession.on.description),
        ]
    }

    /// The command `entente succession add`.
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Hand the files and open tasks of one over to another, at 00:00 of a day.",
            discussion: """
                From then on a mandate over what was merged gives no right on its files, however long it runs: whoever is \
                to go on is granted the role for what takes over. `entente staffing check` says what lacks.
                """)

        @Argument(help: "itmo or unit.")
        var kind: Succession.Kind

        @Argument(help: "The code of what is merged, such as IHP.")
        var from: String

        @Argument(help: "The code of what takes over, such as I3M.")
        var into: String

        @Option(help: "The day; today by default.")
        var on: String?

        @OptionGroup var actor: ActorOptions
        @OptionGroup var request: RequestOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let succession = try await desk.add(
                    successionOf: from, into: into, kind: kind, on: on, as: actor.actor, requestID: request.id
                )
                console.show(SuccessionCommand.json(succession), else: "\(from) → \(into): \(succession.on)")
            }
        }
    }

    /// The command `entente succession undo`.
    struct Undo: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a merger back that was entered by mistake.",
            discussion: "From now on the files are of what they were; what was done meanwhile stays done.")

        @Argument(help: "itmo or unit.")
        var kind: Succession.Kind

        @Argument(help: "The code of what was merged, such as IHP.")
        var from: String

        @OptionGroup var actor: ActorOptions
        @OptionGroup var request: RequestOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let succession = try await desk.undo(
                    successionOf: from, kind: kind, as: actor.actor, requestID: request.id)
                console.show(
                    SuccessionCommand.json(succession),
                    else: say("\(from) : fusion reprise.", "\(from): merger taken back."))
            }
        }
    }

    /// The command `entente succession list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "What was merged into what, and when.")

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let successions = try await desk.installation.catalogue.successions()
                var table = Table(
                    say("TYPE", "KIND"), say("DE", "FROM"), say("VERS", "INTO"), say("LE", "ON"))
                for item in successions {
                    table.add(item.kind.rawValue, item.from, item.into, item.on.description)
                }
                console.show(
                    .list(successions, SuccessionCommand.json),
                    else: table.text(empty: say("Aucune fusion.", "No merger.")))
            }
        }
    }
}

extension Succession.Kind: ExpressibleByArgument {}
