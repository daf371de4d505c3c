import Agreements
import App
import Engine
import FoundationEssentials
import Notices
import TestSupport

/// A scenario's world without database: every notice counts as delivered when it is owed.
struct MemoryWorld {
    let institution: InMemoryInstitution
    let engine: Engine
    let desk: RegisterDesk
    let library: Library

    init(folder: ScenarioFolder, start: Instant) throws {
        institution = InMemoryInstitution(now: start)
        library = try folder.library()
        let composer = NoticeComposer(
            settings: NoticeSettings(
                contact: "contact@entente.example", sender: "entente@entente.example", senderName: "Entente",
                baseURL: "http://127.0.0.1:8080"), randomness: .system)
        engine = Engine(
            store: institution.agreementStore, library: library,
            composer: Composer { try composer.compose($0) }, randomness: .system)
        desk = RegisterDesk(
            book: institution.registerBook, agreements: institution.agreementStore, engine: engine)
    }

    var world: ScenarioWorld {
        ScenarioWorld(
            advance: { instant, jump in try await advance(to: instant, jump: jump) },
            register: { command in try await desk.submit(command) },
            submit: { command in _ = try await engine.submit(command) },
            agreement: { id in
                guard let agreement = institution.read({ $0.agreements[id] }) else { throw Missing() }
                return agreement
            },
            acts: { person, agreement in
                guard let workflow = try await library.workflow(agreement.workflow, agreement.version) else {
                    return []
                }
                var facts = institution.read(\.facts)
                facts.now = institution.read(\.now)
                return Decider(workflow: workflow, facts: facts, randomness: .system).acts(
                    of: person, on: agreement)
            },
            notices: { id in
                institution.read { state in
                    let events = state.events[id] ?? []
                    return (state.notices[id] ?? []).map { notice in
                        DeliveredNotice(
                            notice: notice.owed.notice, recipient: notice.owed.recipient,
                            process: notice.owed.process,
                            at: events.first { $0.seq == notice.eventSeq }?.at ?? state.now)
                    }
                }
            })
    }

    private struct Missing: Error {}

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

    /// The events of every agreement, a line each: what a failing scenario shows.
    var trail: String {
        institution.read { state in
            state.events.values.flatMap(\.self).map { event in
                "\(event.seq) \(event.at) \(event.process) \(event.type) \(event.authority.actor.prefix(14)) -> \(event.toState)"
                    + (event.payload.notices.isEmpty ? "" : " \(event.payload.notices.map(\.notice))")
            }.joined(separator: "\n")
        }
    }

    /// Whether folding the events again gives each agreement as it is kept.
    var refoldsEqually: Bool {
        institution.read { state in
            state.agreements.allSatisfy { id, kept in
                var agreement = Agreement(
                    id: id, workflow: kept.workflow, version: kept.version, instrument: kept.instrument,
                    headHash: Event.genesis(stream: id.description, institution: state.facts.institution))
                for event in state.events[id] ?? [] { agreement.apply(event) }
                return agreement == kept
            }
        }
    }
}
