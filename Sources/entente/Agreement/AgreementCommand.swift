import Agreements
import ArgumentParser
import Engine

/// The command `entente agreement`.
struct AgreementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreement",
        abstract: "Propose, edit, list and show agreements; why they wait.",
        discussion: "An agreement is named by its id, its reference or its register number.",
        subcommands: [
            Propose.self, Edit.self, List.self, Show.self, History.self, Why.self, Skip.self, Eliminate.self,
            Record.self,
        ])
}

extension Answer {
    /// The answer to an act, as JSON.
    var json: JSON {
        [
            "agreement": .string(agreement.description), "reference": .optional(reference),
            "state": .array(state.map(JSON.string)), "legal": .string(legal.rawValue),
            "revision": .integer(Int64(revision)), "seq": seq.map { .integer(Int64($0)) } ?? .null,
            "applied": "yes",
        ]
    }

    /// The answer to an act, in one line.
    var line: String {
        let name = reference.map { "\($0) (\(agreement))" } ?? agreement.description
        return say(
            "\(name) : \(state.joined(separator: ", ")), révision \(revision)",
            "\(name): \(state.joined(separator: ", ")), revision \(revision)")
    }
}
