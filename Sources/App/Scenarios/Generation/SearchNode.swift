import Agreements

/// Where a search for scenarios stands: an agreement, the instant, and how it came there.
struct SearchNode: Sendable {
    var agreement: Agreement
    var facts: Facts
    var trail: [SearchMove]
    /// After each move: the state of the life, and the legal status.
    var views: [View]
    /// `process label` of every transition taken on the way.
    var taken: Set<String>
    var extended = false
    /// The scenario that it goes on from; nil where it began with a proposal of its own.
    var base: SearchBase?

    struct View: Sendable {
        var state: [String]
        var legal: LegalStatus
    }

    var now: Instant { facts.now }

    /// What tells this place from another as far as guards may tell: dates count by their years, hashes as
    /// being there only.
    var key: String {
        let processes = agreement.processes.values.map { process in
            process.status == .active
                ? "\(process.definition) \(process.state.joined(separator: " "))"
                : "\(process.definition) \(process.outcome ?? "-")"
        }
        let variables = agreement.variables.map { "\($0)=\(Self.plain($1))" }
        let kinds = agreement.documents.map(\.kind)
        let signatures = agreement.signatures.map { "\($0.party) \($0.void)" }
        return
            (Set(processes).sorted() + variables.sorted() + kinds.sorted() + signatures
            + [
                agreement.legalStatus.rawValue, agreement.unit ?? "",
                "\(agreement.parties.map(\.id)) \(agreement.labs.count)",
            ]
            + agreement.dossier.keys.sorted())
            .joined(separator: "|")
    }

    private static func plain(_ value: JSON) -> String {
        guard let text = value.text else { return value.canonical }
        let isDay = (try? Day(parsing: text)) != nil
        return isDay ? String(text.prefix(4)) : text.utf8.count == 64 ? "hash" : text
    }
}
