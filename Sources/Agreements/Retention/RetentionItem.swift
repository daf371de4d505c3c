/// What is kept of one closed file under one rule.
package struct RetentionItem: Sendable, Hashable {
    package var rule: RetentionRule
    package var agreement: Agreement.ID
    /// The first day after its period.
    package var since: Day
    package var values: [Identifier<ErasableValue>]
    package var documents: [Document.ID]
    /// Whether a visa names all of it.
    package var isApproved: Bool
    package var isHeld: Bool

    package init(
        rule: RetentionRule, agreement: Agreement.ID, since: Day, values: [Identifier<ErasableValue>],
        documents: [Document.ID], isApproved: Bool, isHeld: Bool
    ) {
        self.rule = rule
        self.agreement = agreement
        self.since = since
        self.values = values
        self.documents = documents
        self.isApproved = isApproved
        self.isHeld = isHeld
    }
}
