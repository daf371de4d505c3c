package import Agreements
package import Engine

/// What a move to another version changes in one file, with what people call it.
package struct FileImpact: Sendable {
    /// The reference, or the instrument while there is none.
    package var file: String
    /// Nil for a draft.
    package var reference: String?
    package var impact: Impact

    init(_ agreement: Agreement, _ impact: Impact) {
        reference = agreement.reference
        file = agreement.reference ?? agreement.instrument
        self.impact = impact
    }
}
