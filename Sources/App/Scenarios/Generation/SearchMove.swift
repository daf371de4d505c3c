import Agreements
import Definitions

/// One thing that happens in a generated scenario, in the scenario's own names.
struct SearchMove: Sendable {
    var at: Instant
    var actor: String?
    var verb: Verb

    enum Verb: Sendable {
        case propose(SearchStart)
        case act(String, process: String, input: [String: ScenarioValue], reason: Bool)
        case document(kind: String, key: String, process: String?)
        case edit([String: ScenarioValue])
        case measure(ScenarioFile.Measure)
        case lift(measure: String)
        case delegate(ScenarioFile.Delegation)
        case extend(call: String, closes: Instant)
        /// Legal time passes, and a timer rings.
        case wait
        /// Legal time passes until then, whatever rings.
        case pass
    }
}

/// With what a generated agreement begins.
struct SearchStart: Sendable {
    var workflow: String
    var call: String?
    var unit: String?
    var itmo: String?
    var parties: [String]
    /// The planned start.
    var day: Day?
    /// The keys of the people who head a laboratory of each party; none where there are no laboratories.
    var heads: [String: String] = [:]
    /// Fields of the dossier, all or the required ones.
    var dossier: [String: ScenarioValue]
}

/// A laboratory of a proposal, with the keys of its party and its head.
struct SearchLab {
    var id: String
    var name: String
    var party: String
    var head: String
}

extension SearchStart {
    /// A laboratory for each head.
    var labs: [SearchLab] {
        heads.sorted { $0.key < $1.key }.map { party, head in
            SearchLab(id: "lab-\(party)", name: "Laboratoire \(party)", party: party, head: head)
        }
    }
}

extension Workflow {
    /// Whether its rules speak of laboratories.
    var hasLabs: Bool {
        let lists = processes.values.flatMap(\.states.values).flatMap(\.children).compactMap(\.forEach)
        return lists.contains { $0.source.contains("agreement.labs") }
    }
}
