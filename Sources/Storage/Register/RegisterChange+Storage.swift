import Agreements

extension RegisterChange {
    static let registerStream = "register"

    /// The stream on which it is recorded.
    var stream: String {
        switch self {
        case .callOpened(let call): call.id.description
        case .callExtended(let id, _): id.description
        case .personAdded, .personDisabled, .personErased, .organisationAdded, .granted, .grantEnded,
            .delegated,
            .delegationRevoked,
            .measureSet, .measureEnded, .absenceSet, .absenceEnded, .succeeded, .successionUndone,
            .workflowPublished, .mailsEliminated, .accessEliminated, .subscribed, .unsubscribed:
            Self.registerStream
        }
    }

    /// The event's type.
    var eventType: String {
        switch self {
        case .personAdded: "person.added"
        case .personDisabled: "person.disabled"
        case .personErased: "person.erased"
        case .organisationAdded: "organisation.added"
        case .granted: "grant.given"
        case .grantEnded: "grant.ended"
        case .delegated: "delegation.given"
        case .delegationRevoked: "delegation.revoked"
        case .measureSet: "measure.set"
        case .measureEnded: "measure.ended"
        case .absenceSet: "absence.set"
        case .absenceEnded: "absence.ended"
        case .succeeded: "succession.set"
        case .successionUndone: "succession.undone"
        case .callOpened: "call.opened"
        case .callExtended: "call.extended"
        case .workflowPublished: "workflow.published"
        case .mailsEliminated: "mails.eliminated"
        case .accessEliminated: "access.eliminated"
        case .subscribed: "subscription.given"
        case .unsubscribed: "subscription.ended"
        }
    }

    /// The people whose authority it changes, as far as it names them itself.
    var people: [Person.ID] {
        switch self {
        case .personDisabled(let id), .personErased(let id): [id]
        case .granted(let grant): [grant.person]
        case .delegated(let delegation): [delegation.grantor, delegation.grantee]
        case .absenceSet(let absence): [absence.person]
        case .subscribed(let person, _), .unsubscribed(let person, _): [person]
        case .personAdded, .organisationAdded, .grantEnded, .delegationRevoked, .measureSet, .measureEnded,
            .absenceEnded, .succeeded, .successionUndone, .callOpened, .callExtended, .workflowPublished,
            .mailsEliminated, .accessEliminated:
            []
        }
    }
}
