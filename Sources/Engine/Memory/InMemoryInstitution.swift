package import Agreements
import FoundationEssentials
import Synchronization

/// An institution in memory: agreements, register and clock, behind the engine's ports.
///
/// It keeps the promises of the ports (expected number, request ids, numbers of series), so that rules can
/// be tried
/// without a database; what it does not keep is anything after the process ends.
package final class InMemoryInstitution: Sendable {
    private let state: Mutex<State>

    /// Everything that the institution holds.
    package struct State: Sendable {
        package var now: Instant
        package var facts: Facts
        package var contacts: [Person.ID: Contact] = [:]
        package var agreements: [Agreement.ID: Agreement] = [:]
        package var events: [Agreement.ID: [Event]] = [:]
        package var notices: [Agreement.ID: [ComposedNotice]] = [:]
        package var values: [Identifier<ErasableValue>: JSON] = [:]
        package var bytes: [Document.ID: [UInt8]] = [:]
        package var answers: [String: (fingerprint: String, answer: Answer)] = [:]
        package var registerSeq = 0
        /// What changed in the register and in calls, in order.
        package var register: [RegisterFact] = []
        /// When the next timer of each agreement is due.
        fileprivate(set) var dues: [Agreement.ID: Instant] = [:]
    }

    /// An empty institution whose legal clock stands at `now`.
    package init(now: Instant, institution: String = "inserm") {
        state = Mutex(State(now: now, facts: Facts(now: now, institution: institution)))
    }

    init(_ state: State) { self.state = Mutex(state) }

    /// Reads the state as of one moment.
    package func read<Value: Sendable>(_ body: (State) -> Value) -> Value { state.withLock { body($0) } }

    /// Moves the legal clock forward; it never goes back.
    package func setClock(_ now: Instant) { state.withLock { $0.now = max($0.now, now) } }

    /// The next instant at which a timer is due, up to `limit`, agreements in `left` apart.
    package func nextDue(by limit: Instant, leaving left: Set<Agreement.ID> = []) -> Instant? {
        read { state in
            state.dues.filter { $0.value <= limit && !left.contains($0.key) }.values.min()
        }
    }

    /// The engine's port.
    package var agreementStore: AgreementStore {
        AgreementStore(
            now: { self.read(\.now) }, snapshot: { query in self.snapshot(query) },
            commit: { commits in commits.map(self.record) },
            due: { instant, limit in
                self.read { state in
                    Array(state.dues.filter { $0.value <= instant }.keys.sorted().prefix(limit))
                }
            },
            agreements: { audience in self.read { $0.agreements(audience) } })
    }

    /// The register's port, with the rules of `Register`.
    package var registerBook: RegisterBook {
        RegisterBook { command in
            try self.state.withLock { state in
                var facts = state.currentFacts
                facts.rankedCalls = Set(state.agreements.values.filter(\.rankingBegan).compactMap(\.call))
                _ = try Register.decide(command, facts: facts)
                return RegisterRecord(receipt: state.apply(command), isRepeated: false)
            }
        }
    }

    private func snapshot(_ query: SnapshotQuery) -> Snapshot {
        read { state in
            let agreement = state.agreements[query.agreement]
            let dossier = (agreement?.dossier ?? [:]).compactMapValues { state.values[$0.id] }
            let known = query.request.flatMap { state.answers["\($0.actor)/\($0.id)"] }
            var facts = state.currentFacts
            for id in query.proposal?.cites ?? [] {
                facts.cited[id] = state.agreements[id].map(CitedAgreement.init)
            }
            facts.dossier = dossier
            facts.takenNames = agreement.map(state.takenNames) ?? []
            if query.wantsErasable { facts.erasable = state.erasable(of: query.agreement) }
            return Snapshot(
                agreement: agreement, facts: facts,
                answer: known?.fingerprint == query.request?.fingerprint ? known?.answer : nil,
                isRequestReused: known.map { $0.fingerprint != query.request?.fingerprint } ?? false,
                directory: Directory(contacts: state.contacts, dossier: dossier))
        }
    }

    private func record(_ commit: Commit) -> CommitOutcome {
        state.withLock { state in
            if let request = commit.request, let known = state.answers["\(request.actor)/\(request.id)"] {
                return known.fingerprint == request.fingerprint ? .answered(known.answer) : .requestIDReused
            }
            return state.record(commit)
        }
    }
}

extension InMemoryInstitution.State {
    var currentFacts: Facts {
        var facts = facts
        facts.now = now
        return facts
    }

    func agreements(_ audience: Audience) -> [Agreement.ID] {
        let target: String? =
            if case .measure(let id) = audience { facts.measures.first { $0.id == id }?.target } else { nil }
        return agreements.values.filter { agreement in
            switch audience {
            case .call(let call): agreement.call == call
            case .citing(let id): agreement.cites.contains(id)
            case .measure:
                agreement.isLive && agreement.parties.contains { $0.id == target || $0.country == target }
            case .delegation(let id): agreement.waits(for: facts.delegations.filter { $0.id == id })
            case .grant(let id):
                agreement.waits(
                    for: facts.delegations.filter { delegation in
                        facts.grants.contains {
                            $0.id == id && $0.person == delegation.grantor && $0.role == delegation.role
                        }
                    })
            case .person(let id):
                agreement.waits(for: facts.delegations.filter { [$0.grantor, $0.grantee].contains(id) })
            }
        }.map(\.id).sorted()
    }

    /// The fields of the dossier whose value a live file that was sent before holds.
    func takenNames(of agreement: Agreement) -> [String] {
        guard agreement.legalStatus == .none, let name = acronym(of: agreement) else { return [] }
        let isTaken = agreements.values.contains {
            $0.id != agreement.id && $0.reference != nil && $0.isLive && $0.legalStatus != .ended
                && acronym(of: $0) == name
        }
        return isTaken ? ["acronym"] : []
    }

    private func acronym(of agreement: Agreement) -> String? {
        agreement.dossier["acronym"].flatMap { values[$0.id]?.text }?.foldedName
    }

    mutating func keep(_ agreement: Agreement) {
        agreements[agreement.id] = agreement
        dues[agreement.id] = agreement.timers.map(\.due).min()
    }

    mutating func record(_ commit: Commit) -> CommitOutcome {
        let agreement = commit.decision.agreement
        guard (agreements[agreement.id]?.seq ?? 0) == commit.expectedSeq else { return .stale }
        guard !commit.claimsName || takenNames(of: agreement).isEmpty else { return .stale }
        for number in commit.decision.numbers {
            guard facts.counters[number.series] ?? 0 < number.number else { return .stale }
            facts.counters[number.series] = number.number
        }
        keep(agreement)
        events[agreement.id, default: []] += commit.decision.events
        notices[agreement.id, default: []] += commit.notices.filter { !$0.isOver(in: agreement) }
        for value in commit.decision.values { values[value.id] = value.value }
        for document in commit.decision.documents { bytes[document.id] = document.bytes }
        for event in commit.decision.events { eliminate(event) }
        if let request = commit.request, let answer = commit.answer {
            answers["\(request.actor)/\(request.id)"] = (request.fingerprint, answer)
        }
        return .committed
    }

    mutating func apply(_ command: RegisterCommand) -> RegisterReceipt {
        facts.apply(command.change, at: now)
        if case .personAdded(let person) = command.change { contacts[person.id] = command.contact }
        register.append(RegisterFact(at: now, change: command.change))
        registerSeq += 1
        return RegisterReceipt(stream: "register", seq: registerSeq)
    }
}

extension ComposedNotice {
    /// Whether the step that it asks for ended in the same decision, so that it is withdrawn before it leaves.
    fileprivate func isOver(in agreement: Agreement) -> Bool {
        guard owed.isReminder || asksForStep, let process = agreement.processes[owed.process] else {
            return false
        }
        return process.status != .active || process.entries[owed.state]?.seq != owed.entrySeq
    }
}

extension String {
    /// As names are compared here: without case and blanks around them.
    fileprivate var foldedName: String {
        split { $0.isWhitespace }.joined(separator: " ").lowercased()
    }
}
