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
    var subscriptions: [Person.ID: Subscription] = [:]
    /// Whose name and address were eliminated.
    private(set) var erased: Set<Person.ID> = []
    /// By what each row is known, the events that made it and ended it.
    private(set) var marks: [String: JSON] = [:]

    mutating func apply(_ change: RegisterChange, _ event: Event) {
        mark(change, event)
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
        case .successionUndone(let succession): successions.remove(succession)
        case .callOpened(var call):
            (call.seq, call.headHash) = (event.seq, event.hash)
            calls[call.id] = call
        case .callExtended(let id, let closesAt):
            calls[id]?.closesAt = closesAt
            calls[id]?.seq = event.seq
            calls[id]?.headHash = event.hash
        case .workflowPublished(let workflow, let version, let sha256):
            workflows.insert("\(workflow)|\(version)|\(sha256)|\(event.at)")
        case .personErased(let id): erased.insert(id)
        case .mailsEliminated, .accessEliminated: break
        case .subscribed(let person, let instruments):
            let known = subscriptions[person]?.instruments ?? []
            subscriptions[person] = Subscription(
                person: person, instruments: Set(known + instruments).sorted(), seq: event.seq)
        case .unsubscribed(let person, let instruments):
            subscriptions[person]?.instruments.removeAll(where: instruments.contains)
            subscriptions[person]?.seq = event.seq
        }
    }

    private mutating func mark(_ change: RegisterChange, _ event: Event) {
        switch change {
        case .personAdded(let person): begin(person.id.description, event)
        case .organisationAdded(let organisation): begin(organisation.id, event)
        case .granted(let grant): begin(grant.id.description, event)
        case .delegated(let delegation): begin(delegation.id.description, event)
        case .measureSet(let measure): begin(measure.id.description, event)
        case .absenceSet(let absence): begin(absence.id.description, event)
        case .workflowPublished(let workflow, let version, _): begin("\(workflow)@\(version)", event)
        case .grantEnded(let id, _): end(id.description, event)
        case .delegationRevoked(let id, _): end(id.description, event)
        case .measureEnded(let id, _): end(id.description, event)
        case .absenceEnded(let id, _): end(id.description, event)
        case .personDisabled, .personErased, .succeeded, .successionUndone, .callOpened, .callExtended,
            .mailsEliminated,
            .accessEliminated,
            .subscribed, .unsubscribed:
            break
        }
    }

    private mutating func begin(_ id: String, _ event: Event) {
        marks[id] = ["id": .string(id), "seq": .integer(Int64(event.seq))]
    }

    private mutating func end(_ id: String, _ event: Event) {
        marks[id] = [
            "id": .string(id), "seq": marks[id]?["seq"] ?? .null, "ended": .integer(Int64(event.seq)),
        ]
    }
}
