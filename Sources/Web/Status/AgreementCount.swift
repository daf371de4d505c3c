package import Agreements

/// How many agreements of one instrument have one legal status.
package struct AgreementCount: Sendable, Equatable {
    /// The instrument's name as its definition gives it.
    package var instrument: LocalizedText
    package var legal: LegalStatus
    package var count: Int

    package init(instrument: LocalizedText, legal: LegalStatus, count: Int) {
        self.instrument = instrument
        self.legal = legal
        self.count = count
    }
}
