/// One thing that an event changes in the register or in a call.
///
/// The `Codable` form is what events hold for ever: a case is added, never altered. Names and addresses are
/// no part of it: they lie in rows that can be erased.
package enum RegisterChange: Codable, Sendable, Hashable {
    case personAdded(person: Person)
    case personDisabled(person: Person.ID)
    /// What they are called, how they log in and the mails that they got are gone.
    case personErased(person: Person.ID)
    case organisationAdded(organisation: Party)
    case granted(grant: Grant)
    case grantEnded(grant: Grant.ID, until: Instant)
    case delegated(delegation: Delegation)
    case delegationRevoked(delegation: Delegation.ID, at: Instant)
    case measureSet(measure: Measure)
    case measureEnded(measure: Measure.ID, until: Instant)
    case absenceSet(absence: Absence)
    /// The last day is now `until`.
    case absenceEnded(absence: Absence.ID, until: Day)
    case succeeded(succession: Succession)
    /// It was a slip: from now on nothing was merged.
    case successionUndone(succession: Succession)
    case callOpened(call: Call)
    case callExtended(call: Call.ID, closesAt: Instant)
    /// Mails of before that instant lost their texts and addresses, those of files under a hold apart.
    case mailsEliminated(before: Instant)
    /// Sessions and attempts to log in of before that instant, of the machine's clock, are gone.
    case accessEliminated(before: Instant)
    case workflowPublished(workflow: String, version: String, sha256: String)
    /// The person is told of calls of these instruments, too, when they open and when they are extended.
    case subscribed(person: Person.ID, instruments: [String])
    /// And of calls of these no more.
    case unsubscribed(person: Person.ID, instruments: [String])
}

extension RegisterChange {
    /// The country code that the change names.
    ///
    /// A measure aims at a country, or at an organisation: the ids of those have small letters.
    package var country: String? {
        switch self {
        case .organisationAdded(let organisation): organisation.country
        case .measureSet(let measure):
            measure.target.contains(where: \.isLowercase) ? nil : measure.target
        case .personAdded, .personDisabled, .personErased, .granted, .grantEnded, .delegated,
            .delegationRevoked,
            .measureEnded, .absenceSet, .absenceEnded, .succeeded, .successionUndone, .callOpened,
            .callExtended, .workflowPublished, .mailsEliminated, .accessEliminated, .subscribed,
            .unsubscribed:
            nil
        }
    }

    /// The roles whose holders may ask for it.
    var registrars: [String] {
        switch self {
        case .measureSet, .measureEnded: ["FSD", "INT", "DG"]
        case .personErased, .mailsEliminated, .accessEliminated: ["ARCH", "ADM", "INT", "DG"]
        case .personAdded, .personDisabled, .organisationAdded, .granted, .grantEnded, .delegated,
            .delegationRevoked, .absenceSet, .absenceEnded, .succeeded, .successionUndone, .callOpened,
            .callExtended, .workflowPublished, .subscribed, .unsubscribed:
            ["ADM", "INT", "DG"]
        }
    }
}
