package import Agreements

/// The agreements to which something is told.
package enum Audience: Sendable, Hashable {
    /// Those of a call.
    case call(Call.ID)
    /// Those that cite an agreement.
    case citing(Agreement.ID)
    /// Those with a party on which, or on whose country, a measure is; only while their life goes on.
    case measure(Measure.ID)
    /// Those with an open step of the role that is delegated; only while their life goes on.
    case delegation(Delegation.ID)
    /// Those with an open step of a role that the holder of this grant delegates in it.
    case grant(Grant.ID)
    /// Those with an open step of a role that this person delegates, or acts in for another.
    case person(Person.ID)
}

extension Agreement {
    /// Whether it goes on and a step of the role of one of these delegations is open.
    func waits(for delegations: [Delegation]) -> Bool {
        let roles = Set(delegations.map(\.role))
        return isLive && tasks.contains { roles.contains($0.role.role) }
    }
}
