package import Agreements

/// A measure as it was typed.
package struct NewMeasure: Sendable, Hashable {
    /// A country's code, or an organisation's id.
    package var target: String
    package var kind: Measure.Kind
    /// Now where it is nil.
    package var from: String?
    package var until: String?
    package var legalReference: String
    /// Scopes that it does not touch.
    package var exempt: [String]

    package init(
        target: String, kind: Measure.Kind, from: String? = nil, until: String? = nil, legalReference: String,
        exempt: [String] = []
    ) {
        self.target = target
        self.kind = kind
        self.from = from
        self.until = until
        self.legalReference = legalReference
        self.exempt = exempt
    }
}
