/// What a proposal must know of an agreement that it names as its framework.
package struct CitedAgreement: Codable, Sendable, Hashable {
    package var legal: LegalStatus
    /// Whether its own rules take no new agreement under it any more.
    package var isClosed: Bool

    package init(legal: LegalStatus, isClosed: Bool) {
        self.legal = legal
        self.isClosed = isClosed
    }

    /// As the cited agreement is now.
    package init(_ agreement: Agreement) {
        legal = agreement.legalStatus
        isClosed = agreement.variables["closedToCitation"]?.flag ?? false
    }
}
