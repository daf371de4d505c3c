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
        case extend(call: String, closes: Instant)
        /// Legal time passes, and a timer rings.
        case wait
    }
}

/// With what a generated agreement begins.
struct SearchStart: Sendable {
    var workflow: String
    var call: String?
    var unit: String?
    var parties: [String]
    /// Fields of the dossier, all or the required ones.
    var dossier: [String: ScenarioValue]
}
