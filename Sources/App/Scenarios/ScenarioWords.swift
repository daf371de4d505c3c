import Agreements
import Definitions

/// What was found of an agreement, as a scenario file would write it: times of day in Paris, keys for identities.
struct ScenarioWords {
    let names: ScenarioNamesakes

    func list(_ words: [String]) -> String { "[\(words.joined(separator: ", "))]" }

    func time(_ instant: Instant) -> String { ScenarioWriting.time(instant) }

    /// What a process without an outcome has: it runs.
    func outcome(_ outcome: String?) -> String { outcome ?? "~" }

    /// The path of a process below the life.
    func path(_ path: String) -> String {
        let parts = path.split(separator: "/").map { part in
            let (name, run) = String(part).withoutRun
            return (names.key(ofIdentity: name) ?? name) + run
        }
        return (parts.count > 1 && parts.first == "life" ? parts.dropFirst() : parts[...])
            .joined(separator: "/")
    }

    /// A document by its hash.
    func document(_ sha256: String) -> String { names.key(ofHash: sha256) ?? "a document without a key" }

    func value(_ json: JSON) -> String {
        switch json {
        case .null: "~"
        case .bool(let flag): "\(flag)"
        case .integer(let number): "\(number)"
        case .string(let text): names.key(ofIdentity: text).map { "$\($0)" } ?? "\"\(text)\""
        case .array(let elements): list(elements.map(value))
        case .object(let members):
            "{ \(members.sorted { $0.key < $1.key }.map { "\($0.key): \(value($0.value))" }.joined(separator: ", ")) }"
        }
    }
}
