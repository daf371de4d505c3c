/// Whether an agreement binds; the second axis beside its configuration.
package enum LegalStatus: String, Codable, Sendable, Hashable, CaseIterable {
    case none
    case inForce = "in_force"
    case suspended
    case expiredPending = "expired_pending"
    case ended

    /// Whether an agreement may pass from this status to `next`.
    ///
    /// `expired_pending` comes back to `in_force` by a signed renewal only; that is the chart's part.
    package func mayBecome(_ next: LegalStatus) -> Bool {
        switch (self, next) {
        case (.none, .inForce), (.inForce, .suspended), (.suspended, .inForce): true
        case (.inForce, .expiredPending), (.suspended, .expiredPending), (.expiredPending, .inForce): true
        case (_, .ended): self != .ended
        case (.none, _), (.inForce, _), (.suspended, _), (.expiredPending, _), (.ended, _): self == next
        }
    }
}
