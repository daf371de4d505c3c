package import Agreements

/// What a command was answered; the same for every arrival of one request.
package struct Answer: Codable, Sendable, Hashable {
    package var agreement: Agreement.ID
    /// The number of the last event that the command made; nil when it made none.
    package var seq: Int?
    package var revision: Int
    package var state: [String]
    package var legal: LegalStatus
    package var reference: String?

    package init(
        agreement: Agreement.ID, seq: Int?, revision: Int, state: [String], legal: LegalStatus,
        reference: String?
    ) {
        self.agreement = agreement
        self.seq = seq
        self.revision = revision
        self.state = state
        self.legal = legal
        self.reference = reference
    }
}
