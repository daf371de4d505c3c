package import Agreements

/// The agreements to which something is told.
package enum Audience: Sendable, Hashable {
    /// Those of a call.
    case call(Call.ID)
    /// Those that cite an agreement.
    case citing(Agreement.ID)
    /// Those with a party on which, or on whose country, a measure is; only while their life goes on.
    case measure(Measure.ID)
}

extension Agreement {
    /// Whether its main life goes on.
    package var isLive: Bool { processes["life"]?.status == .active }
}
