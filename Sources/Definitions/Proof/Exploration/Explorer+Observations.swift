import Agreements
import Expressions
import Statechart

extension Explorer {
    /// Notes what a step took, entered and started; a second time it shows nothing new.
    func note(_ response: Response, _ moment: ObservationLog.Moment) {
        guard !response.isNoted else { return }
        response.isNoted = true
        for transition in response.taken {
            log.taken.keep(moment, for: transition)
            noteCompanions(of: transition, response, moment)
        }
        for state in response.entered { log.entered.keep(moment, for: state) }
        for transition in response.taken {
            noteSpawns(
                of: reading.transitions[transition]?.actions, transition: transition, in: response, moment)
        }
        for state in response.entered {
            noteSpawns(of: reading.states[state]?.actions, state: state, in: response, moment)
        }
    }

    private func noteCompanions(
        of transition: Int, _ response: Response, _ moment: ObservationLog.Moment
    ) {
        let known = log.companions[transition] ?? StateSet()
        var states = response.entered
        if moment.node >= 0 { states.formUnion(nodes[moment.node].situation.configuration) }
        for state in states where !known.contains(state) {
            log.takenBeside[.init(transition: transition, state: state)] = moment
        }
        states.formUnion(known)
        log.companions[transition] = states
    }

    /// Notes how the conditions came out that were asked in this run.
    func noteOutcomes() {
        for (inquiry, holds) in tape.asked {
            guard case .clause(let use) = inquiry.subject, inquiry.noted.insert(holds).inserted else {
                continue
            }
            log.outcomes.insert(ClauseOutcome(place: use.place, holds: holds))
        }
    }

    /// Notes the children that actions start: of a state that is not active after the step there are none.
    private func noteSpawns(
        of actions: [ActionDefinition]?, transition: Int? = nil, state: Int? = nil, in response: Response,
        _ moment: ObservationLog.Moment
    ) {
        for case .spawn(let name, _, _, _, let owner) in actions ?? [] {
            let spawn = ObservationLog.Spawn(transition: transition, state: state, name: name, owner: owner)
            log.spawns.keep(moment, for: spawn)
            if reading.chart.index(of: owner).map(response.configuration.contains) ?? false {
                log.usefulSpawns.insert(spawn)
            }
        }
    }

    /// Notes what a situation shows that was not visited before.
    func note(_ number: Int) {
        let situation = nodes[number].situation
        for state in situation.configuration {
            if owners.contains(state) {
                log.storesByOwner[state, default: []].insert(situation.store)
                log.statusesByOwner[state, default: []].insert(situation.legal)
            }
            for use in sensitive.joins[state] {
                current = .init(node: number, trigger: nil)
                note(reading: use, in: situation.store)
            }
        }
        guard !nodes[number].isPassing else { return }
        judge(situation, number)
        noteOpenEnds(situation, number)
        noteTellings(situation, number)
    }

    /// Notes what children may tell in a situation: whether something awaits it there.
    private func noteTellings(_ situation: Situation, _ number: Int) {
        let awaited = outlook(of: situation.configuration).events
        for owner in situation.configuration where owners.contains(owner) {
            for (event, trigger) in tellings[owner]
            where !onceOnly.isSpent(trigger, in: owner, among: situation.spent) {
                let telling = ObservationLog.Telling(owner: owner, event: event)
                if awaited.contains(event) {
                    log.heardTellings.insert(telling)
                } else {
                    log.unheardTellings.keep(.init(node: number, trigger: trigger), for: telling)
                }
            }
        }
    }

    /// Notes states that have come to their end but stay active, with work of their own.
    private func noteOpenEnds(_ situation: Situation, _ number: Int) {
        for index in situation.configuration where reading.chart.states[index].kind == .final {
            guard let parent = reading.chart.states[index].parent, let state = reading.states[parent],
                reading.chart.states[parent].kind == .compound,
                state.task != nil || !state.timers.isEmpty
            else { continue }
            log.openEnds.keep(.init(node: number, trigger: nil), for: parent)
        }
    }

    /// Follows the legal status of the agreement and whether its text is signed.
    ///
    /// The engine refuses a change that may not be; what follows then is explored with the new status, as if
    /// it were allowed.
    func follow(
        legal next: inout Situation, _ before: Situation, _ response: Response,
        _ moment: ObservationLog.Moment
    ) {
        guard reading.process.name == "life" else {
            if reading.process.ownsText {
                followSigning(&next, before, response, moment)
            } else {
                followSignature(&next, response.moves)
            }
            return
        }
        followSigning(&next, before, response, moment)
        if moment.trigger == .told("text.changed") { next.isTextInForce = false }
        let wasSigned = next.isSigned
        // A text of its own that a child process had signed counts for the step in which it is told; it may bring an
        // agreement back in force, never in force for the first time.
        if before.legal != .none, tellsSigned(moment.trigger) { next.isSigned = true }
        defer { if next.legal == before.legal { next.isSigned = wasSigned } }
        guard let (state, status) = next.position.legal, status != before.legal else { return }
        guard before.legal.mayBecome(status) else {
            // What the status would then allow or not says nothing new.
            if !before.isStatusWrong {
                log.illegalChanges.keep(moment, for: .init(state: state, from: before.legal, to: status))
            }
            next.legal = status
            next.isStatusWrong = true
            return
        }
        if let formula = reading.states[state]?.effective {
            current = moment
            note(reading: formulas.use(of: formula), in: next.store)
        }
        next.legal = status
        if status == .inForce, before.legal != .suspended {
            noteSigning(next, before, state, moment)
            next.isSigned = false
            next.isTextInForce = signing.mayExpire
        }
    }

    /// Notes what puts the agreement in force without signatures, or again by those that it had.
    private func noteSigning(
        _ next: Situation, _ before: Situation, _ state: Int, _ moment: ObservationLog.Moment
    ) {
        guard !next.isStatusWrong else { return }
        guard next.isSigned else { return log.unsigned.keep(moment, for: state) }
        guard before.legal == .expiredPending, next.isTextInForce, !tellsSigned(moment.trigger) else {
            return
        }
        let change = ObservationLog.StatusChange(
            state: state, from: before.legal, to: .inForce, lacksRenewal: true)
        log.illegalChanges.keep(moment, for: change)
    }

    private func tellsSigned(_ trigger: Trigger?) -> Bool {
        guard case .outcome(let name, let outcome)? = trigger else { return false }
        let groups = groupsByName[name] ?? []
        return !groups.isEmpty
            && groups.allSatisfy { context.children[$0.run]?.signedOutcomes.contains(outcome) ?? false }
    }

    /// In a circuit: whether its last word is a signature of the current text.
    private func followSignature(_ next: inout Situation, _ moves: [Response.Move]) {
        for move in moves {
            for transition in move.transitions {
                follow(reading.transitions[transition], transition, &next)
            }
            for action in move.entered.flatMap({ reading.states[$0]?.actions ?? [] }) {
                follow(action, &next)
            }
        }
    }

    private func follow(_ transition: TransitionDefinition?, _ index: Int, _ next: inout Situation) {
        for action in transition?.actions ?? [] {
            if case .signature = action, !reading.signsCurrentText(index) { continue }
            follow(action, &next)
        }
    }

    private func follow(_ action: ActionDefinition, _ next: inout Situation) {
        switch action {
        case .signature: next.isSigned = true
        case .voidSignatures: next.isSigned = false
        // In a circuit, whoever joins has signed nothing of the present text, but joins by one that all have signed.
        case .set, .reference, .register, .term, .assign, .spawn, .call, .addParty, .removeParty, .addLab,
            .dropLab, .passOn, .renew, .instrument, .tell, .release:
            break
        }
    }

    /// In a process that has a text: whether all parties have signed the current text.
    private func followSigning(
        _ next: inout Situation, _ before: Situation, _ response: Response,
        _ moment: ObservationLog.Moment
    ) {
        guard signing.isAsked else { return }
        if moment.trigger == .told("text.changed") { next.isSigned = false }
        if case .join(let id)? = moment.trigger, let state = reading.chart.index(of: id) {
            let isCircuit = signing.circuitStates.contains(state) && !before.isTextStale
            if isCircuit || signing.demandingStates.contains(state) { next.isSigned = true }
        }
        if response.taken.contains(where: signing.demandingTransitions.contains) { next.isSigned = true }
        if !response.entered.isDisjoint(with: signing.circuitStates)
            || next.configuration.isDisjoint(with: signing.circuitStates)
        {
            next.isTextStale = false
        } else if moment.trigger == .told("text.changed") {
            next.isTextStale = true
        }
        followTakingBack(&next, response)
    }

    /// A party that joins has not signed, and the circuits that run already are not for it; where signatures
    /// become void, those that have ended do not get them back.
    private func followTakingBack(_ next: inout Situation, _ response: Response) {
        guard signing.isTakenBack(byTaking: response.taken, entering: response.entered) else { return }
        next.isSigned = false
        let circuits = signing.circuitStates
        if response.entered.isDisjoint(with: circuits), !next.configuration.isDisjoint(with: circuits) {
            next.isTextStale = true
        }
    }
}
