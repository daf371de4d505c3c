import Agreements
import Definitions

/// A place in a scenario that was given, from which a search may go on.
struct SearchBase: Sendable {
    /// The scenario up to there, as it is written.
    var text: String
    /// The name of the scenario, which the text begins with.
    var name: String
    /// The key of the agreement.
    var agreement: String
    /// The keys of its documents, in order; nil for one that has none.
    var documents: [String?]
    var cast: GeneratedCast
}

extension SearchNode {
    /// The keys of the documents of the agreement, in order: those of the base, then those added on the way.
    var documentKeys: [String?] {
        (base?.documents ?? [])
            + trail.compactMap { move in
                if case .document(_, let key, _) = move.verb { key } else { nil }
            }
    }

    /// The keys of the documents of a kind, in order.
    func documentKeys(where isMeant: (Document) -> Bool) -> [String] {
        zip(agreement.documents, documentKeys).filter { isMeant($0.0) }.compactMap(\.1)
    }
}
