/// An elimination as it was typed at the terminal.
package struct EliminationOrder: Sendable, Hashable {
    package var agreement: String
    /// Ids of erasable values.
    package var values: [String] = []
    /// Documents by id, SHA-256 or kind.
    package var documents: [String] = []
    /// Everything that is there; `values` and `documents` are then empty.
    package var isWhole = false
    package var reason: String
    package var actor: String?
    package var requestID: String?
    package var record: ActOrder.Record?

    package init(_ agreement: String, reason: String) {
        self.agreement = agreement
        self.reason = reason
    }
}
