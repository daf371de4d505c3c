import Agreements
import Foundation

/// Wrong usage that is found before a command runs.
struct Misuse {
    /// What is wrong, in a few words.
    let problem: String
    /// All that people are told.
    let text: String

    init(_ problem: String, text: String? = nil) {
        self.problem = problem.split(whereSeparator: \.isNewline).joined(separator: " / ")
        self.text = text ?? "entente: \(problem)"
    }

    /// Tells it, as JSON where these arguments ask for that, and ends the process.
    func end(_ arguments: [String]) -> Never {
        if arguments.prefix(while: { $0 != "--" }).contains("--json") {
            Output.print(json.canonical)
        } else {
            Output.complain(text)
        }
        Foundation.exit(Exit.usage.rawValue)
    }

    private var json: JSON {
        ["code": "wrong_usage", "message": .string(problem), "applied": "no", "kind": "refusal"]
    }
}
