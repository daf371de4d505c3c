import Agreements

/// The register and the calls as their events add up.
struct RegisterFold {
    var people: [Person.ID: Person] = [:]
    var organisations: [String: Party] = [:]
    var grants: [Grant.ID: Grant] = [:]
    var delegations: [Delegation.ID: Delegation] = [:]
    var measures: [Measure.ID: Measure] = [:]
    var absences: [Absence.ID: Absence] = [:]
    var successions: Set<Succession> = []
    var calls: [Call.ID: Call] = [:]
    var workflows: Set<String> = []

    mutating func apply(_ change: RegisterChange, _ event: Event) {
        switch change {
        case .personAdded(let person): people[person.id] = person
        case .personDisabled(let id): people[id]?.leave(at: event.at)
        case .organisationAdded(let organisation): organisations[organisation.id] = organisation
        case .granted(let grant): grants[grant.id] = grant
        case .grantEnded(let id, let until): grants[id]?.until = until
        case .delegated(let delegation): delegations[delegation.id] = delegation
        case .delegationRevoked(let id, let instant): delegations[id]?.revokedAt = instant
        case .measureSet(let measure): measures[measure.id] = measure
        case .measureEnded(let id, let until): measures[id]?.until = until
        case .absenceSet(let absence): absences[absence.id] = absence
        case .absenceEnded(let id, let until): absences[id]?.until = until
        case .succeeded(let succession): successions.insert(succession)
        case .callOpened(var call):
            (call.seq, call.headHash) = (event.seq, event.hash)
            calls[call.id] = call
        case .callExtended(let id, let closesAt):
            calls[id]?.closesAt = closesAt
            calls[id]?.seq = event.seq
            calls[id]?.headHash = event.hash
        case .workflowPublished(let workflow, let version, let sha256):
            workflows.insert("\(workflow)|\(version)|\(sha256)")
        case .mailsEliminated: break
        }
    }
}
