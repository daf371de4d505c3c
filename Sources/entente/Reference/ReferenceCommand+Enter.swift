import Agreements
import App
import ArgumentParser
import Storage

extension ReferenceCommand {
    /// The command `entente reference enter`.
    struct Enter: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Have an entry of a list say something from a day on; loading leaves it alone.",
            discussion: "What it said until then ends that day and stays to be read.")

        @Argument(help: "country, region, itmo, instrument or retention.")
        var list: ReferenceRow.List

        @Argument(help: "The code of the entry, such as I3M.")
        var code: String

        @Option(help: "Of a region: the country that belongs to it, such as KR.")
        var member: String?

        @Option(help: "Its name in French.")
        var fr: String

        @Option(help: "Its name in English.")
        var en: String

        @Option(parsing: .upToNextOption, help: "The codes that take its place when it ends.")
        var successors: [String] = []

        @Option(help: "Of a period of retention: how long, such as P5Y.")
        var period: String?

        @Option(help: "Of a period of retention: keep, destroy or destroy_with_visa.")
        var fate: String?

        @Option(help: "The first day on which it holds; today by default.")
        var from: String?

        @Option(help: "The first day on which it holds no more.")
        var until: String?

        @OptionGroup var actor: ActorOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let row = try await desk.enter(
                    NewReference(
                        .init(list: list, code: code, member: member), name: LocalizedText(fr: fr, en: en),
                        successors: successors, period: period, fate: fate, from: from, until: until),
                    as: actor.actor)
                try console.show(JSON(row: row), else: "\(row.key): \(row.name[Console.language])")
            }
        }
    }

    /// The command `entente reference end`.
    struct End: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "End an entry of a list: from that day on it holds no more; loading leaves it alone.")

        @Argument(help: "country, region, itmo, instrument or retention.")
        var list: ReferenceRow.List

        @Argument(help: "The code of the entry.")
        var code: String

        @Option(help: "Of a region: the country that belongs to it.")
        var member: String?

        @Option(help: "The first day on which it holds no more; today by default.")
        var until: String?

        @OptionGroup var actor: ActorOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            let key = ReferenceRow.Key(list: list, code: code, member: member)
            try await console.withDesk { desk in
                try await desk.end(reference: key, on: until, as: actor.actor)
                console.show(
                    ["ended": .string(key.description)], else: say("\(key) : fin.", "\(key): ended."))
            }
        }
    }
}
