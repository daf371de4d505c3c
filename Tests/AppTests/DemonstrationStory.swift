import Agreements
import TestSupport

/// What became of one agreement, without the identities that each play draws anew: two plays of one story agree
/// on it.
struct DemonstrationStory: Hashable, Comparable, CustomStringConvertible {
    var reference: String
    var states: [String]
    var legal: String
    var term: String
    var variables: [String]
    var tasks: [String]
    var timers: [String]
    var documents: [String]
    var events: Int

    init(_ agreement: Agreement) {
        reference = agreement.reference ?? "\(agreement.id)"
        states = agreement.processes.values.map { "\($0.path) \($0.state) \($0.outcome ?? "–")" }.sorted()
        legal = "\(agreement.legal.map { "\($0.status) \($0.effectiveOn.description)" })"
        term = "\(agreement.term.map { "\($0.start) \($0.end.map(\.description) ?? "–")" } ?? "–")"
        variables = agreement.variables.map { "\($0) \($1.canonical)" }.sorted()
        tasks = agreement.tasks.map {
            "\($0.role) \($0.process) \($0.state) \($0.due?.limit.description ?? "–")"
        }.sorted()
        timers = agreement.timers.map { "\($0.name) \($0.process) \($0.due)" }.sorted()
        documents = agreement.documents.map { "\($0.kind) \($0.version) \($0.sha256 ?? "–")" }
        events = agreement.seq
    }

    static func < (a: Self, b: Self) -> Bool { a.reference < b.reference }

    var description: String { "\(reference) \(events) events, \(legal), \(states)" }

    /// Where an agreement stands as its readers tell states apart: the stage of its life; of a draft whether it
    /// is locked; in force, how far its term is and whether it is suspended.
    static func standing(_ agreement: Agreement) -> String {
        let state = agreement.processes["life"]?.state ?? []
        let first = state.first ?? ""
        switch first.split(separator: ".").first {
        case "active": return "\(state.first { $0.contains(".term.") } ?? first) \(agreement.legalStatus)"
        case "draft", "closing": return first
        case let stage: return String(stage ?? "")
        }
    }
}
