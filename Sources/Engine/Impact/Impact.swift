package import Agreements

/// What moving one agreement to another version of its definition changes in it.
package struct Impact: Sendable, Hashable {
    package var agreement: Agreement.ID
    /// The version that it follows.
    package var from: String
    /// Why it stays where it is: a state without counterpart, or a rule of the other version that cannot hold.
    package var refusal: Refusal?
    /// In order of processes; empty when only the version changes.
    package var changes: [ImpactChange]

    package init(agreement: Agreement.ID, from: String, refusal: Refusal?, changes: [ImpactChange] = []) {
        self.agreement = agreement
        self.from = from
        self.refusal = refusal
        self.changes = changes
    }
}
