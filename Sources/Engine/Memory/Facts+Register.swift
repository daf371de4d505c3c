package import Agreements

extension Facts {
    /// Applies one change of the register or of a call that was recorded at `instant`, so that rules read it.
    package mutating func apply(_ change: RegisterChange, at instant: Instant) {
        switch change {
        case .personAdded(let person): people[person.id] = person
        case .personDisabled(let id): people[id]?.leave(at: instant)
        case .organisationAdded(let organisation): organisations[organisation.id] = organisation
        case .granted(let grant): grants.append(grant)
        case .grantEnded(let id, let until): update(\.grants, id) { $0.until = until }
        case .delegated(let delegation): delegations.append(delegation)
        case .delegationRevoked(let id, let at): update(\.delegations, id) { $0.revokedAt = at }
        case .measureSet(let measure): measures.append(measure)
        case .measureEnded(let id, let until): update(\.measures, id) { $0.until = until }
        case .absenceSet(let absence): absences.append(absence)
        case .absenceEnded(let id, let until): update(\.absences, id) { $0.until = until }
        case .succeeded(let succession): successions.append(succession)
        case .successionUndone(let succession): successions.removeAll { $0 == succession }
        case .callOpened(let call): calls[call.id] = call
        case .callExtended(let id, let closesAt): calls[id]?.closesAt = closesAt
        case .personErased, .workflowPublished, .mailsEliminated, .accessEliminated, .subscribed,
            .unsubscribed:
            break
        }
    }

    private mutating func update<Entry: Identifiable>(
        _ list: WritableKeyPath<Facts, [Entry]>, _ id: Entry.ID, _ body: (inout Entry) -> Void
    ) {
        for index in self[keyPath: list].indices where self[keyPath: list][index].id == id {
            body(&self[keyPath: list][index])
        }
    }
}
