package import Agreements
package import Engine

/// What a move to another version changes in one file, with what people call it.
package struct FileImpact: Sendable {
    /// The reference, or the instrument while there is none.
    package var file: String
    package var impact: Impact

    init(_ agreement: Agreement, _ impact: Impact) {
        file = agreement.reference ?? agreement.instrument
        self.impact = impact
    }
}
