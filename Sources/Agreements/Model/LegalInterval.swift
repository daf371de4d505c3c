/// A legal status and the civil day from which it counts; `recordedAt` is when Entente learnt of it.
package struct LegalInterval: Codable, Sendable, Hashable {
    package var status: LegalStatus
    package var effectiveOn: Day
    package var recordedAt: Instant

    package init(status: LegalStatus, effectiveOn: Day, recordedAt: Instant) {
        self.status = status
        self.effectiveOn = effectiveOn
        self.recordedAt = recordedAt
    }
}
