package import Agreements

/// The use cases: every command of every door goes through here.
///
/// `Command -> submit -> snapshot -> decide (pure) -> compose -> commit -> answer`. No lock is held while
/// deciding; a decision made on facts that moved meanwhile is made again.
package struct Engine: Sendable {
    let store: AgreementStore
    let library: Library
    let composer: Composer
    let randomness: Randomness
    let limits: EngineLimits
    let watch: DecisionWatch?

    /// - Parameter watch: sees how its decisions come out, for coverage; nobody looks on when nil.
    package init(
        store: AgreementStore, library: Library, composer: Composer, randomness: Randomness,
        limits: EngineLimits = EngineLimits(), watch: DecisionWatch? = nil
    ) {
        self.store = store
        self.library = library
        self.composer = composer
        self.randomness = randomness
        self.limits = limits
        self.watch = watch
    }

    /// Decides a command and records what it gives; the same request gets the same answer, however often it
    /// comes.
    ///
    /// A request id that was used for something else is refused before any rule is asked.
    /// - Throws: a ``Refusal`` when a rule says no (timers that were due are recorded all the same); whatever
    ///   the store throws when the world failed, and then nothing is recorded unless it says that the outcome
    ///   is unknown.
    package func submit(_ command: Command) async throws -> Answer {
        try Self.check(command)
        for _ in 0..<limits.attemptsMax {
            if let answer = try await attempt(command) { return answer }
        }
        throw Refusal.contended
    }

    /// What this very command was answered when it came before; nil when it never came, or was refused.
    ///
    /// Reads only.
    package func answer(to command: Command) async throws -> Answer? {
        try Self.check(command)
        let snapshot = try await store.snapshot(command.query(command.requestKey))
        return snapshot.isRequestReused ? nil : snapshot.answer
    }

    /// What would be said to an act that names documents which are only to be added; nothing is recorded.
    ///
    /// Nil where nothing speaks against it, and where the first of `adding` was answered before. Reads only.
    /// - Parameter act: the act, for the agreement as it stands and for the one with the documents, which are in the
    ///   order of `adding`.
    package func refusal(
        adding: [Command], then act: (Agreement, [Document.ID]) throws -> Command
    ) async throws -> Refusal? {
        for command in adding { try Self.check(command) }
        guard let first = adding.first, let now = try await store.snapshot(first.query(nil)).agreement
        else { return nil }
        let named = try act(now, adding.map { _ -> Document.ID in randomness.identifier() })
        let snapshot = try await store.snapshot(named.query(first.requestKey))
        guard snapshot.answer == nil, var agreement = snapshot.agreement else { return nil }
        let decider = Decider(
            workflow: try await workflow(agreement.workflow, agreement.version), facts: snapshot.facts,
            randomness: randomness)
        var documents: [Document.ID] = []
        for command in adding {
            let kept = decider.decide(command, on: agreement)
            guard kept.refusal == nil, let document = kept.documents.first else { return kept.refusal }
            documents.append(document.id)
            agreement = kept.agreement
        }
        return decider.decide(try act(agreement, documents), on: agreement).refusal
    }

    /// Gives a domain event to an agreement, such as `call.extended`; the request id makes it happen once.
    package func tell(_ event: String, _ agreement: Agreement.ID, cause: String, requestID: String)
        async throws
    {
        let command = Command(
            requestID: requestID, agreement: agreement, actor: .system(cause: cause), channel: .system,
            body: .tell(event: event))
        _ = try await submit(command)
    }

    /// Tells those who hold an open step of an agreement now and did not at `since`; the request id makes it happen
    /// once.
    package func tellHolders(of agreement: Agreement.ID, since: Instant, requestID: String) async throws {
        let command = Command(
            requestID: requestID, agreement: agreement, actor: .system(cause: "holders"), channel: .system,
            body: .tellHolders(since: since))
        _ = try await submit(command)
    }

    /// Applies the timers of an agreement that are due.
    package func serveTimers(of agreement: Agreement.ID) async throws {
        let command = Command(
            requestID: "", agreement: agreement, actor: .system(cause: "timer"), channel: .system,
            body: .serveTimers)
        _ = try await submit(command)
    }

    /// Nil when something moved and the command must be decided again.
    private func attempt(_ command: Command) async throws -> Answer? {
        let key = command.requestKey
        let snapshot = try await store.snapshot(command.query(key))
        guard !snapshot.isRequestReused else { throw Refusal.requestIDReused }
        if let answer = snapshot.answer { return answer }
        let workflow = try await workflow(for: command, snapshot.agreement)
        let target = try await target(of: command, workflow)
        let decision = Decider(
            workflow: workflow, target: target, facts: snapshot.facts, randomness: randomness, watch: watch
        )
        .decide(command, on: snapshot.agreement)
        guard !decision.events.isEmpty else {
            if let refusal = decision.refusal { throw refusal }
            return Answer(decision.agreement, seq: nil)
        }
        let commit = try commit(of: decision, command, snapshot, [target, workflow].compactMap(\.self), key)
        switch try await store.commit([commit]).first {
        case .committed:
            // Recorded is recorded: a job of the same transaction tells whom this does not reach.
            try? await pass(on: decision)
            if let refusal = decision.refusal { throw refusal }
            return Answer(decision.agreement, seq: decision.events.last?.seq)
        case .stale, nil: return nil
        case .answered(let answer): return answer
        case .requestIDReused: throw Refusal.requestIDReused
        }
    }

    /// Tells the agreements that cite this one what it has for them.
    private func pass(on decision: Decision) async throws {
        let stream = decision.agreement.id
        for telling in decision.tellings {
            for citing in try await store.agreements(.citing(stream)) {
                try await tell(
                    telling.event, citing, cause: "framework",
                    requestID: "\(stream)/\(telling.seq)/\(citing)")
            }
        }
    }

    private func commit(
        of decision: Decision, _ command: Command, _ snapshot: Snapshot, _ workflows: [Workflow],
        _ key: RequestKey?
    ) throws -> Commit {
        let answer =
            decision.refusal == nil ? Answer(decision.agreement, seq: decision.events.last?.seq) : nil
        return Commit(
            request: decision.refusal == nil ? key : nil, decision: decision,
            expectedSeq: snapshot.agreement?.seq ?? 0, authority: snapshot.authority,
            notices: try notices(of: decision, command, snapshot, workflows), answer: answer)
    }

    private func notices(
        of decision: Decision, _ command: Command, _ snapshot: Snapshot, _ workflows: [Workflow]
    ) throws -> [ComposedNotice] {
        try decision.events.flatMap { event in
            try event.payload.notices.compactMap { owed in
                guard let workflow = workflows.first(where: { $0.name == event.workflow }) else { return nil }
                var notice = try composer.compose(
                    NoticeContext(
                        owed: owed, event: event, workflow: workflow, agreement: decision.agreement,
                        facts: snapshot.facts, directory: snapshot.directory.with(decision, command),
                        reason: event.requestID == nil ? nil : command.reason))
                notice.asksForStep = workflow.asksForStep(owed, in: decision.agreement)
                return notice
            }
        }
    }

    /// The version that a migration leads to.
    private func target(of command: Command, _ workflow: Workflow) async throws -> Workflow? {
        guard case .migrate(let version) = command.body else { return nil }
        return try await self.workflow(workflow.id, version)
    }

    private func workflow(for command: Command, _ agreement: Agreement?) async throws -> Workflow {
        if let agreement { return try await workflow(agreement.workflow, agreement.version) }
        guard case .propose(let proposal) = command.body else { throw Refusal.noSuchAgreement }
        return try await workflow(proposal.workflow, nil)
    }

    /// A published definition: of that version, or the newest when `version` is nil.
    ///
    /// - Throws: a ``Refusal`` that names it when there is none; whatever the library throws.
    package func workflow(_ id: String, _ version: String?) async throws -> Workflow {
        guard let workflow = try await library.workflow(id, version) else {
            throw Refusal.unknownWorkflow(id, version)
        }
        return workflow
    }

    private static func check(_ command: Command) throws(Refusal) {
        let isOwn = if case .system = command.actor { true } else { false }
        guard isOwn || !command.requestID.isEmpty, command.requestID.count <= 200,
            !command.requestID.unicodeScalars.contains("\0")
        else { throw .badRequestID }
    }
}
