import Agreements
import App
import ArgumentParser
import Storage

extension Measure.Kind: ExpressibleByArgument {}

/// The command `entente measure`.
struct MeasureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Set, end and list measures: sanctions and security restrictions.",
        subcommands: [Setting.self, End.self, List.self])

    static func json(_ measure: Measure) -> JSON {
        [
            "id": .string(measure.id.description), "target": .string(measure.target),
            "kind": .string(measure.kind.rawValue), "from": .string(measure.from.description),
            "until": .optional(measure.until?.description),
            "legal_reference": .string(measure.legalReference),
            "exempt": .list(measure.exempt ?? []) { .string($0.description) },
        ]
    }

    /// The command `entente measure set`.
    struct Setting: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "set",
            abstract:
                "Set a measure on a country or an organisation; every agreement that it concerns is told.")

        @Argument(help: "A country's ISO 3166-1 code in capitals, or the id of an organisation.")
        var target: String

        @Argument(help: "no_new, no_payment, exclude_public, no_event or screen.")
        var kind: Measure.Kind

        @Option(help: "The text of law or the decision that it rests on.")
        var reference: String

        @Option(help: "From when; now by default.")
        var from: String?

        @Option(help: "Until when, exclusive; open by default.")
        var until: String?

        @Option(help: "A scope that it does not touch, such as agreement:… or unit:…; once for each.")
        var exempt: [String] = []

        @OptionGroup var actor: ActorOptions
        @OptionGroup var request: RequestOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let new = NewMeasure(
                    target: target, kind: kind, from: from, until: until, legalReference: reference,
                    exempt: exempt)
                let measure = try await desk.set(new, as: actor.actor, requestID: request.id)
                console.show(
                    MeasureCommand.json(measure),
                    else: "\(target) \(kind.rawValue): \(measure.id)")
            }
        }
    }

    /// The command `entente measure end`.
    struct End: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "End a measure; every agreement that it concerned is told.")

        @Argument(help: "The id of the measure.")
        var measure: String

        @Option(help: "When; now by default.")
        var until: String?

        @OptionGroup var actor: ActorOptions
        @OptionGroup var request: RequestOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let ended = try await desk.end(
                    measure: measure, until: until, as: actor.actor, requestID: request.id)
                console.show(MeasureCommand.json(ended), else: say("Mesure terminée.", "Measure ended."))
            }
        }
    }

    /// The command `entente measure list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The measures, past and coming ones included.")

        @Option(help: "Only of this country or organisation.")
        var target: String?

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let measures = try await desk.installation.catalogue.measures().filter {
                    target == nil || $0.target == target
                }
                var table = Table(
                    say("CIBLE", "TARGET"), say("NATURE", "KIND"), say("DU", "FROM"), say("AU", "UNTIL"),
                    say("FONDEMENT", "REFERENCE"), say("SAUF", "EXEMPT"), "ID")
                for measure in measures {
                    table.add(
                        measure.target, measure.kind.rawValue, desk.times.text(measure.from),
                        measure.until.map(desk.times.text), measure.legalReference,
                        measure.exempt?.map(\.description).joined(separator: ", "), measure.id.description)
                }
                console.show(
                    .list(measures, MeasureCommand.json),
                    else: table.text(empty: say("Aucune mesure.", "No measure.")))
            }
        }
    }
}
