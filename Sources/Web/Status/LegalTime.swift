package import Agreements

/// What the legal clock says, and whether somebody moves it by hand.
package struct LegalTime: Sendable, Equatable {
    package var now: Instant
    /// Whether the database was created as simulated: its clock moves by command only.
    package var isSimulated: Bool
    /// The zone in which civil dates are shown.
    package var zone: Zone

    package init(now: Instant, isSimulated: Bool, zone: Zone = .paris) {
        self.now = now
        self.isSimulated = isSimulated
        self.zone = zone
    }
}
