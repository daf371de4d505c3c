import Agreements
import Engine
import Foundation
import Synchronization
import TestSupport
import Testing

/// Agreements hear of what was recorded elsewhere; when they cannot be reached, it is recorded all the same.
@Suite("What was recorded is answered though those concerned cannot be told now")
struct ToldLaterTests {
    private struct Unreachable: Error {}

    @Test("A change of the register")
    func register() async throws {
        let institution = InMemoryInstitution(now: House.morning)
        try await institution.fill(with: House.facts())
        var store = institution.agreementStore
        store.agreements = { _ in throw Unreachable() }
        let engine = try await EngineSubmitTests().engine(store: store)
        let desk = RegisterDesk(book: institution.registerBook, agreements: store, engine: engine)
        let measure = Measure(
            id: Measure.ID(UUID()), target: "KR", kind: .screen, from: House.morning, legalReference: "R")
        let receipt = try await desk.submit(
            RegisterCommand(
                requestID: "m", actor: nil, channel: .system, change: .measureSet(measure: measure)))
        #expect(receipt.stream == "register")
        #expect(institution.read { $0.register.contains { $0.change == .measureSet(measure: measure) } })
    }

    @Test(
        "A request that arrives again tells nobody: by then the change may concern others",
        arguments: [false, true])
    func repeated(isRepeated: Bool) async throws {
        let institution = InMemoryInstitution(now: House.morning)
        try await institution.fill(with: House.facts())
        let asked = Mutex(0)
        var store = institution.agreementStore
        store.agreements = { _ in
            asked.withLock { $0 += 1 }
            return []
        }
        let book = RegisterBook { _ in
            RegisterRecord(receipt: RegisterReceipt(stream: "register", seq: 7), isRepeated: isRepeated)
        }
        let engine = try await EngineSubmitTests().engine(store: store)
        let measure = Measure(
            id: Measure.ID(UUID()), target: "KR", kind: .screen, from: House.morning, legalReference: "R")
        let receipt = try await RegisterDesk(book: book, agreements: store, engine: engine).submit(
            RegisterCommand(
                requestID: "m", actor: nil, channel: .system, change: .measureSet(measure: measure)))
        #expect(receipt.seq == 7)
        #expect(asked.withLock { $0 } == (isRepeated ? 0 : 1))
    }

    @Test("An act on a framework")
    func framework() async throws {
        let tests = try await EngineSubmitTests(
            states: EngineSubmitTests.states.replacing(
                "mark: { TITLE, by: [PI_FR], do: [",
                with: "mark: { TITLE, by: [PI_FR], do: [{ tell: { event: framework.ended, to: citing } }, "))
        var store = tests.institution.agreementStore
        store.agreements = { _ in throw Unreachable() }
        let engine = tests.engine(store: store)
        _ = try await engine.submit(EngineSubmitTests.proposal)
        let answer = try await engine.submit(EngineSubmitTests.command(.act(Act("mark")), "m"))
        #expect(answer.seq == 2 && tests.events.count == 2)
    }
}
