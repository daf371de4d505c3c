package import Agreements
package import Engine
import FoundationEssentials
import Notices

/// A scenario's world without database: the real engine and the real texts of notices over an institution in
/// memory.
///
/// Every notice counts as delivered when it is owed. What storage adds (transactions, privileges, mails)
/// is not
/// tried here: the same scenarios are played on PostgreSQL as well.
package struct MemoryWorld: Sendable {
    package let institution: InMemoryInstitution
    private let engine: Engine
    private let desk: RegisterDesk
    private let library: Library

    /// - Parameters:
    ///   - library: the workflows that proposals may follow.
    ///   - start: where legal time stands first.
    ///   - watch: sees which transitions are taken and how guards come out.
    package init(library: Library, start: Instant, watch: DecisionWatch? = nil) {
        institution = InMemoryInstitution(now: start)
        self.library = library
        let composer = NoticeComposer(
            letterhead: Letterhead(
                contact: "contact@entente.example", sender: "entente@entente.example", senderName: "Entente",
                baseURL: "http://127.0.0.1:8080"), randomness: .system)
        engine = Engine(
            store: institution.agreementStore, library: library,
            composer: Composer { try composer.compose($0) }, randomness: .system, watch: watch)
        desk = RegisterDesk(
            book: institution.registerBook, agreements: institution.agreementStore, engine: engine)
    }

    /// The world in which a player plays.
    package var world: ScenarioWorld {
        ScenarioWorld(
            advance: { instant, jump in try await advance(to: instant, jump: jump) },
            register: { command in try await desk.submit(command) },
            submit: { command in _ = try await engine.submit(command) },
            agreement: { id in
                guard let agreement = institution.read({ $0.agreements[id] }) else {
                    throw Refusal.unknown(id)
                }
                return agreement
            },
            acts: { person, agreement in try await acts(of: person, on: agreement) },
            workflow: { try await engine.workflow($0.workflow, $0.version) },
            notices: { id in notices(of: id) },
            trail: { id in institution.read { ($0.events[id] ?? []).map(\.type) } },
            kept: { id, rules in try await kept(of: id, under: rules) },
            roles: { person, agreement in
                institution.read { state in
                    var facts = state.facts
                    facts.now = state.now
                    return MemorySight(
                        agreement: agreement, facts: facts, events: state.events[agreement.id] ?? []
                    )
                    .roles(of: person)
                }
            })
    }

    private func acts(of person: Person.ID, on agreement: Agreement) async throws -> [PossibleAct] {
        let workflow = try await engine.workflow(agreement.workflow, agreement.version)
        var facts = institution.read(\.facts)
        facts.now = institution.read(\.now)
        return Decider(workflow: workflow, facts: facts, randomness: .system).acts(of: person, on: agreement)
    }

    private func kept(of id: Agreement.ID, under rules: [RetentionRule]) async throws -> [RetentionItem] {
        let snapshot = try await institution.agreementStore.snapshot(.ofErasable(of: id))
        guard let agreement = snapshot.agreement else { return [] }
        let workflow = try await engine.workflow(agreement.workflow, agreement.version)
        return snapshot.kept(under: rules, by: workflow, institution.read { $0.events[id] ?? [] })?.items
            ?? []
    }

    private func notices(of id: Agreement.ID) -> [DeliveredNotice] {
        institution.read { state in
            let events = state.events[id] ?? []
            return (state.notices[id] ?? []).map { notice in
                DeliveredNotice(
                    notice: notice.owed.notice, recipient: notice.owed.recipient,
                    process: notice.owed.process,
                    at: events.first { $0.seq == notice.eventSeq }?.at ?? state.now)
            }
        }
    }

    private func advance(to instant: Instant, jump: Bool) async throws {
        while !jump, let due = institution.nextDue(by: instant) {
            institution.setClock(due)
            try await serve()
        }
        institution.setClock(instant)
        try await serve()
    }

    private func serve() async throws {
        let store = institution.agreementStore
        for id in try await store.due(try await store.now(), 1_000) { try await engine.serveTimers(of: id) }
    }
}
