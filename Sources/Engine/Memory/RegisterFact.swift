package import Agreements

/// A change of the register or of a call, with the instant of its recording.
package struct RegisterFact: Codable, Sendable, Hashable {
    package var at: Instant
    package var change: RegisterChange

    package init(at: Instant, change: RegisterChange) {
        self.at = at
        self.change = change
    }
}
