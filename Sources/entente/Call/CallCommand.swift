import Agreements
import App
import ArgumentParser

/// The command `entente call`.
struct CallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call", abstract: "Open, extend and list calls for proposals; who is told of them.",
        subcommands: [
            Open.self, Extend.self, List.self, Subscribe.self, Unsubscribe.self, Subscribers.self,
        ])

    static func json(_ call: Call) -> JSON {
        [
            "id": .string(call.id.description), "year": .integer(Int64(call.year)),
            "instruments": .array(call.instruments.map(JSON.string)),
            "opens_at": .string(call.opensAt.description), "closes_at": .string(call.closesAt.description),
            "ranking_at": .optional(call.rankingAt?.description),
        ]
    }
}
