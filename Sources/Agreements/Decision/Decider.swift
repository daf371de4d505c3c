/// The one place where rules are applied: pages, commands, timers, imports, forecast and replay all ask it.
package struct Decider: Sendable {
    private let workflow: Workflow
    private let facts: Facts
    private let randomness: Randomness
    private let watch: DecisionWatch?
    private let target: Workflow?

    /// - Parameters:
    ///   - workflow: the definition that the agreement is pinned to.
    ///   - target: the version of it that a migration leads to.
    ///   - watch: sees which transitions are taken and how guards come out; nobody looks on when nil.
    package init(
        workflow: Workflow, target: Workflow? = nil, facts: Facts, randomness: Randomness,
        watch: DecisionWatch? = nil
    ) {
        self.target = target
        self.workflow = workflow
        self.facts = facts
        self.randomness = randomness
        self.watch = watch
    }

    /// Decides one command on one agreement, after the timers that are due by then.
    ///
    /// Pure: the same agreement, command, facts and randomness give the same decision. A refusal is part of
    /// the decision, together with the events of timers that came before it; those are to be recorded all the
    /// same.
    /// - Parameter agreement: nil for a proposal only.
    package func decide(_ command: Command, on agreement: Agreement?) -> Decision {
        let blank = Agreement(
            id: command.agreement, workflow: workflow.id, version: workflow.version,
            instrument: workflow.instrument,
            headHash: Event.genesis(stream: command.agreement.description, institution: facts.institution))
        var deliberation = Deliberation(
            workflow: workflow, facts: facts, randomness: randomness, command: command,
            agreement: agreement ?? blank)
        deliberation.watch = watch
        deliberation.target = target
        do {
            try deliberation.serveTimers()
        } catch {
            guard case .skipTimer = command.body else { return deliberation.decision(refusing: error) }
            deliberation.blocked = error
        }
        let before = deliberation
        do {
            try deliberation.carryOut(command, isNew: agreement == nil)
            try deliberation.settle()
            if case .skipTimer = command.body { return deliberation.afterSkipping() }
            try deliberation.serveTimers()
            return deliberation.decision()
        } catch {
            return before.decision(refusing: error)
        }
    }

    /// What each act of the active states says to `person` now: allowed, or the refusal it would get.
    ///
    /// Pure; acts that a form must first complete are asked with an empty input and no reason.
    package func acts(of person: Person.ID, on agreement: Agreement) -> [PossibleAct] {
        let grantors = facts.delegations.filter { $0.grantee == person && $0.holds(at: facts.now) }
            .map(\.grantor).uniqued()
        let own = deliberation(of: .person(person), on: agreement).possibleActs()
        return grantors.reduce(own) { acts, grantor in
            let theirs = deliberation(of: .delegate(person, of: grantor), on: agreement).possibleActs()
            return zip(acts, theirs).map { $0.orDelegated($1, by: grantor) }
        }
    }

    /// The refusal that an act of a process gets now, whoever does it and whatever they fill in; nil where that may help.
    ///
    /// Pure.
    package func standingRefusal(of act: String, in process: String, on agreement: Agreement) -> Refusal? {
        let deliberation = deliberation(of: .system(cause: "condition"), on: agreement)
        return deliberation.standingRefusal(of: act, in: process, deliberation.bindings(for: process))
    }

    /// Every refusal that stands against an act with one way only, whoever does it and whatever they fill in.
    ///
    /// Pure.
    package func standingRefusals(of act: String, in process: String, on agreement: Agreement) -> [Refusal] {
        deliberation(of: .system(cause: "condition"), on: agreement).standingRefusals(of: act, in: process)
    }

    /// The acts that the active states expect, and which clause of their guards refuses one now.
    ///
    /// Pure; asked for nobody in particular and with an empty input.
    package func openActs(on agreement: Agreement) -> [OpenAct] {
        deliberation(of: .system(cause: "condition"), on: agreement).openActs()
    }

    /// One that only looks.
    private func deliberation(of actor: Command.Actor, on agreement: Agreement) -> Deliberation {
        let command = Command(
            requestID: "", agreement: agreement.id, actor: actor, channel: .system, body: .serveTimers)
        return Deliberation(
            workflow: workflow, facts: facts, randomness: randomness, command: command, agreement: agreement)
    }
}

extension Deliberation {
    func decision(refusing refusal: Refusal? = nil) -> Decision {
        for transition in taken { watch?.taken(workflow.id, transition.process, transition.label) }
        var decision = Decision(
            agreement: agreement, events: events, values: values, documents: documents, numbers: numbers,
            refusal: refusal)
        decision.tellings = tellings
        return decision
    }

    mutating func carryOut(_ command: Command, isNew: Bool) throws(Refusal) {
        if case .propose(let proposal) = command.body {
            guard isNew else {
                throw .rule("already_exists", fr: "Ce dossier existe déjà.", en: "This file exists already.")
            }
            return try propose(proposal)
        }
        guard !isNew else {
            throw .rule(
                "no_such_agreement", fr: "Aucun dossier ne porte cet identifiant.",
                en: "No file has this identifier.")
        }
        try checkStep()
        try checkRevision()
        switch command.body {
        case .propose, .serveTimers: break
        case .edit(let fields): try edit(fields)
        case .addDocument(let document): try add(document)
        case .act(let act): try perform(act)
        case .skipTimer(let timer, let reason): try skip(timer, because: reason)
        case .eliminate(let order): try eliminate(order)
        case .approveElimination(let visa): try approve(visa)
        case .migrate(let version): try migrate(to: version)
        case .tell(let event): try hear(event)
        case .tellHolders(let since): try tellHolders(since: since)
        }
    }

    private func checkStep() throws(Refusal) {
        guard let step = command.step, !step.isOpen(on: agreement, of: workflow) else { return }
        throw .stepOver
    }

    private func checkRevision() throws(Refusal) {
        guard let seen = command.expectedRevision, seen != agreement.revision else { return }
        // Events since then that moved neither configuration, documents nor dossier do not make a view stale.
        guard seen < agreement.revision || seen > agreement.seq else { return }
        throw .stale(
            seen: seen, current: agreement.revision, state: agreement.state,
            here: workflow.words(ofStates: agreement.state, in: workflow.processes["life"]))
    }

    /// A domain event from outside the agreement, such as `call.extended`.
    private mutating func hear(_ event: String) throws(Refusal) {
        guard case .system(let cause) = command.actor else {
            throw .rule("not_authorized", fr: "Cet événement n’est pas un acte.", en: "This event is no act.")
        }
        if event.hasPrefix("call.") { for path in activePaths { try replan(path, reading: "call") } }
        if event.hasPrefix("measure.") { for path in activePaths { try replan(path, reading: "measures") } }
        try tell(event, authority: .system(cause))
        if event.hasPrefix("framework.") { try postpone(event, cause: cause) }
    }
}
