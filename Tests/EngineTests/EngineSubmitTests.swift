import Agreements
import Engine
import Synchronization
import TestSupport
import Testing

@Suite("The engine's submit")
struct EngineSubmitTests {
    let institution = InMemoryInstitution(now: House.morning)
    let workflow: Workflow

    static let states = """
        draft:
          TITLE
          timers: [{ name: tick, due: { at: "'2016-05-02'", kind: opening }, event: tick }]
          do: [{ set: { marks: "0" } }]
          on:
            tick: { do: [{ set: { ticked: "true" } }] }
            mark: { TITLE, by: [PI_FR], do: [{ set: { marks: vars.marks + 1 } }] }
            stop: { TITLE, by: [PI_FR], reason: required, to: ended }
        ended: { TITLE, legal: ended, final: true }
        """

    init() async throws { try await self.init(states: Self.states) }

    init(states: String) async throws { try await self.init(workflow: Rules.workflow(states)) }

    init(workflow: Workflow) async throws {
        self.workflow = workflow
        try await institution.fill(with: House.facts())
    }

    func engine(store: AgreementStore? = nil, attemptsMax: Int = 20) -> Engine {
        let workflow = workflow
        return Engine(
            store: store ?? institution.agreementStore,
            library: Library { id, version in id == workflow.id && version ?? "1" == "1" ? workflow : nil },
            composer: .silent, randomness: House.randomness(), limits: EngineLimits(attemptsMax: attemptsMax))
    }

    static func command(
        _ body: Command.Body, _ requestID: String, by person: Person.ID = House.lead, seen: Int? = nil
    ) -> Command {
        Command(
            requestID: requestID, agreement: Bench.id, actor: .person(person), channel: .scenario,
            expectedRevision: seen, body: body)
    }

    static let proposal = command(
        .propose(Proposal(workflow: "test", call: House.call.id, parties: ["inserm", "snu"])), "p")

    var events: [Event] { institution.read { $0.events[Bench.id] ?? [] } }

    static func code(_ body: () async throws -> Void) async -> String? {
        do {
            try await body()
            return nil
        } catch {
            return (error as? Refusal)?.code ?? "\(error)"
        }
    }

    @Test("The same request gets the same answer, however often it comes")
    func repeated() async throws {
        let engine = engine()
        let first = try await engine.submit(Self.proposal)
        #expect(first.state == ["draft"])
        #expect(first.seq == 1)
        _ = try await engine.submit(Self.command(.act(Act("mark")), "m"))
        #expect(try await engine.submit(Self.proposal) == first)
        #expect(events.count == 2)
    }

    @Test("The same request id for something else is refused")
    func reused() async throws {
        let engine = engine()
        _ = try await engine.submit(Self.proposal)
        _ = try await engine.submit(Self.command(.act(Act("mark")), "m"))
        let others: [Command.Body] = [
            .act(Act("stop", reason: "x")), .act(Act("mark", process: "life")),
            .edit([:]), .addDocument(NewDocument(kind: "letter", fileName: "a", bytes: [1])),
        ]
        for body in others {
            #expect(
                await Self.code { _ = try await engine.submit(Self.command(body, "m")) }
                    == "request_id_reused")
        }
        #expect(events.count == 2)
    }

    @Test("Nobody sends a request without an id, by which it would happen once")
    func noID() async throws {
        let engine = engine()
        _ = try await engine.submit(Self.proposal)
        #expect(
            await Self.code { _ = try await engine.submit(Self.command(.act(Act("mark")), "")) }
                == "bad_request_id")
        #expect(events.count == 1)
    }

    @Test("A request id that was used comes before any rule that would refuse the other body")
    func reusedBeforeRules() async throws {
        let engine = engine()
        _ = try await engine.submit(Self.proposal)
        _ = try await engine.submit(Self.command(.act(Act("mark")), "m"))
        for body in [Command.Body.act(Act("stop")), .act(Act("nonsense")), .edit(["nothing": "x"])] {
            #expect(
                await Self.code { _ = try await engine.submit(Self.command(body, "m")) }
                    == "request_id_reused")
        }
        let unknown = Command.Body.propose(Proposal(workflow: "nothing", parties: []))
        #expect(
            await Self.code { _ = try await engine.submit(Self.command(unknown, "p")) } == "request_id_reused"
        )
    }

    @Test("Two documents that differ in their language only are two requests")
    func language() async throws {
        let engine = engine()
        _ = try await engine.submit(Self.proposal)
        func document(_ language: String) -> Command {
            Self.command(
                .addDocument(NewDocument(kind: "letter", language: language, fileName: "a", bytes: [1])), "d")
        }
        _ = try await engine.submit(document("fr"))
        #expect(await Self.code { _ = try await engine.submit(document("en")) } == "request_id_reused")
    }

    @Test("A refused request may be made again, and timers that were due stay applied")
    func refused() async throws {
        let engine = engine()
        _ = try await engine.submit(Self.proposal)
        institution.setClock(House.instant("2016-05-03T09:00"))
        #expect(
            await Self.code { _ = try await engine.submit(Self.command(.act(Act("stop")), "s")) }
                == "reason_required")
        #expect(events.map(\.type) == ["propose", "tick"])
        _ = try await engine.submit(Self.command(.act(Act("stop", reason: "why")), "s"))
        #expect(institution.read { $0.agreements[Bench.id]?.state } == ["ended"])
    }

    @Test("Fifty acts at once on one agreement are each recorded once")
    func concurrent() async throws {
        let engine = engine(attemptsMax: 200)
        _ = try await engine.submit(Self.proposal)
        try await withThrowingTaskGroup(of: Answer.self) { group in
            for number in 0..<100 {
                group.addTask { try await engine.submit(Self.command(.act(Act("mark")), "m\(number % 50)")) }
            }
            try await group.waitForAll()
        }
        #expect(institution.read { $0.agreements[Bench.id]?.variables["marks"] } == 50)
        #expect(events.map(\.seq) == Array(1...51))
        #expect(Set(events.map(\.hash)).count == 51)
    }

    @Test(
        "A decision that became stale is made again, up to the limit",
        arguments: [(2, nil), (3, "contended")])
    func stale(_ failures: Int, _ code: String?) async throws {
        _ = try await engine().submit(Self.proposal)
        let left = Mutex(failures)
        var store = institution.agreementStore
        let commit = store.commit
        let institution = institution
        store.commit = { commits in
            let fails = left.withLock { left in
                left -= 1
                return left >= 0
            }
            if fails { institution.setClock(institution.read { $0.now.adding(milliseconds: 1) }) }
            return fails ? [.stale] : try await commit(commits)
        }
        let engine = engine(store: store, attemptsMax: 3)
        #expect(await Self.code { _ = try await engine.submit(Self.command(.act(Act("mark")), "m")) } == code)
        if code == nil { #expect(events.last?.at == House.morning.adding(milliseconds: Int64(failures))) }
    }

    @Test("What does not exist is refused by name")
    func unknown() async throws {
        let engine = engine()
        let other = Proposal(workflow: "other", call: House.call.id, parties: ["inserm", "snu"])
        #expect(
            await Self.code { _ = try await engine.submit(Self.command(.propose(other), "o")) }
                == "unknown_workflow")
        #expect(
            await Self.code { _ = try await engine.submit(Self.command(.act(Act("mark")), "m")) }
                == "no_such_agreement")
        _ = try await engine.submit(Self.proposal)
        let again = Self.command(
            .propose(Proposal(workflow: "test", call: House.call.id, parties: ["inserm", "snu"])), "q")
        #expect(await Self.code { _ = try await engine.submit(again) } == "already_exists")
    }

    @Test(
        "A request id has at most 200 characters and no NUL",
        arguments: [String(repeating: "x", count: 201), "a\0"])
    func requestID(_ id: String) async throws {
        let engine = engine()
        #expect(
            await Self.code { _ = try await engine.submit(Self.command(.act(Act("mark")), id)) }
                == "bad_request_id")
    }

    @Test("Timers are served through the same door, and nothing is recorded when none is due")
    func timers() async throws {
        let engine = engine()
        _ = try await engine.submit(Self.proposal)
        try await engine.serveTimers(of: Bench.id)
        #expect(events.count == 1)
        institution.setClock(House.instant("2016-05-02T00:00"))
        try await engine.serveTimers(of: Bench.id)
        try await engine.serveTimers(of: Bench.id)
        #expect(events.map(\.type) == ["propose", "tick"])
    }
}
