extension Agreement {
    /// Applies one recorded event: the only way in which an agreement changes.
    package mutating func apply(_ event: Event) {
        for change in event.payload.changes { apply(change, seq: event.seq, at: event.at) }
        close(event)
    }

    /// Notes that `event`, whose changes were applied, is the last one.
    mutating func close(_ event: Event) {
        seq = event.seq
        headHash = event.hash
        lastAt = event.at
        if proposedAt == nil { (proposedAt, proposedOn) = (event.at, event.payload.recorded?.documentDate) }
        if event.payload.changes.contains(where: \.movesRevision) { revision = event.seq }
    }

    /// Applies one change of the event numbered `seq`; `at` is when it was recorded.
    mutating func apply(_ change: Change, seq: Int, at: Instant) {
        switch change {
        case .created, .planned, .calledIn, .roleAssigned, .roleReleased, .term, .reference, .registerNumber,
            .cites,
            .instrument, .renewed:
            apply(identity: change)
        case .partyJoined, .partyLeft, .labJoined, .labLeft: apply(member: change)
        case .processStarted, .moved, .processResumed, .processClosed, .outcome, .passedOn:
            apply(process: change, seq: seq, at: at)
        case .taskOpened(let task): tasks.append(task)
        case .taskClosed(let id): tasks.removeAll { $0.id == id }
        case .timerArmed(let timer): timers.append(timer)
        case .timerClosed(let id, _): timers.removeAll { $0.id == id }
        case .legalStatus(let status, let day):
            legal.append(LegalInterval(status: status, effectiveOn: day, recordedAt: at))
        case .variable(let name, let value): variables[name] = value
        case .documentAdded(let document): documents.append(document)
        case .signed(let signature): signatures.append(signature)
        case .signatureVoided(let seq):
            for index in signatures.indices where signatures[index].seq == seq {
                signatures[index].void = true
            }
        case .dossier(let fields): dossier.merge(fields) { $1 }
        case .dossierRemoved(let fields): for field in fields { dossier[field] = nil }
        case .did(let act, let person): doers[act, default: []].append(person)
        // The references stay: they name what was there.
        case .eliminated: break
        case .eliminationApproved(let approval): approvals = (approvals ?? []) + [approval]
        case .migrated(let version): self.version = version
        case .deferred(let event): deferred = (deferred ?? []) + [event]
        case .heard(let event): deferred = deferred?.filter { $0 != event }
        }
    }

    private mutating func apply(identity change: Change) {
        switch change {
        case .created(let workflow, let version, let instrument):
            (self.workflow, self.version, self.instrument) = (workflow, version, instrument)
        case .planned(let start, let unit, let itmo):
            (plannedStart, self.unit, self.itmo) = (start, unit, itmo)
        case .calledIn(let call): self.call = call
        case .cites(let agreement): cites.append(agreement)
        case .instrument(let name): instrument = name
        case .renewed(let count): renewals = count
        case .roleAssigned(let assignment): assignments.append(assignment)
        case .roleReleased(let role): assignments.removeAll { $0.role == role }
        case .term(let term): self.term = term
        case .reference(let text): reference = text
        case .registerNumber(let text): registerNumber = text
        default: preconditionFailure("Another fold applies \(change).")
        }
    }

    private mutating func apply(member change: Change) {
        switch change {
        case .partyJoined(let party): parties.append(party)
        case .partyLeft(let id):
            formerParties += parties.filter { $0.id == id }
            parties.removeAll { $0.id == id }
        case .labJoined(let lab): labs.append(lab)
        case .labLeft(let id): labs.removeAll { $0.id == id }
        default: preconditionFailure("Another fold applies \(change).")
        }
    }

    private mutating func apply(process change: Change, seq: Int, at: Instant) {
        switch change {
        case .processStarted(let process): processes[process.path] = process
        case .moved(let path, let movement): processes[path]?.apply(movement, seq: seq, at: at)
        case .processResumed(let path, let ownerSeq): processes[path]?.resume(under: ownerSeq)
        case .processClosed(let path, let status): processes[path]?.status = status
        case .outcome(let path, let outcome): processes[path]?.outcome = outcome
        case .passedOn(let path, let role, let from, let to):
            processes[path]?.pass(Passing(role: role, from: from, to: to, at: at))
        default: preconditionFailure("Another fold applies \(change).")
        }
    }
}

extension Process {
    fileprivate mutating func resume(under ownerSeq: Int) {
        self.ownerSeq = ownerSeq
        if status == .cancelled { status = .active }
    }

    fileprivate mutating func apply(_ movement: Movement, seq: Int, at: Instant) {
        for state in movement.left { entries[state] = nil }
        for state in movement.entered where movement.configuration.contains(state) {
            entries[state] = Entry(seq: seq, at: movement.at ?? at)
        }
        configuration = movement.configuration
        state = movement.state
        history = movement.history
    }
}

extension Change {
    /// Whether it changes configuration, documents or dossier, so that an older view of the agreement is
    /// stale.
    var movesRevision: Bool {
        switch self {
        case .created, .planned, .calledIn, .partyJoined, .partyLeft, .labJoined, .labLeft, .cites,
            .instrument, .renewed, .roleAssigned, .roleReleased, .processStarted, .moved, .processResumed,
            .processClosed,
            .documentAdded, .signed, .signatureVoided, .dossier, .dossierRemoved, .term, .eliminated,
            .migrated, .passedOn:
            true
        case .outcome, .taskOpened, .taskClosed, .timerArmed, .timerClosed, .legalStatus, .variable,
            .reference,
            .registerNumber, .did, .eliminationApproved, .deferred, .heard:
            false
        }
    }
}
