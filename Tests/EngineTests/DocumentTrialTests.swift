import Agreements
import Engine
import TestSupport
import Testing

@Suite("An act that comes with its document is tried before that is kept")
struct DocumentTrialTests {
    private static let states = """
        draft:
          TITLE
          on:
            nominate:
              TITLE
              by: [PI_FR]
              input: { letter: document, who: person, mark: [good, bad] }
              if: [{ that: "event.mark == 'good'", else: marked_bad }]
              to: ended
        ended: { TITLE, legal: ended, final: true }
        """

    private static let keeping = EngineSubmitTests.command(
        .addDocument(NewDocument(kind: "letter", fileName: "a.txt", bytes: [65])), "d")

    private static func act(_ letter: Document.ID, who: String, mark: String) -> Command {
        EngineSubmitTests.command(
            .act(
                Act(
                    "nominate",
                    input: [
                        "letter": .string(letter.description), "who": .string(who), "mark": .string(mark),
                    ])),
            "a")
    }

    @Test(
        "What is wrong is said, people of the register are known, and nothing is recorded",
        arguments: [
            (House.head.description, "good", nil), (House.head.description, "bad", "marked_bad"),
            ("00000000-0000-4000-8000-0000000000ff", "good", "bad_input"),
        ] as [(String, String, String?)])
    func tried(who: String, mark: String, code: String?) async throws {
        let house = try await EngineSubmitTests(
            workflow: Rules.workflow(Self.states, refusals: ["marked_bad"]))
        let engine = house.engine()
        _ = try await engine.submit(EngineSubmitTests.proposal)
        let before = house.events.count
        let refusal = try await engine.refusal(adding: [Self.keeping]) { _, letters in
            Self.act(letters[0], who: who, mark: mark)
        }
        #expect(refusal?.code == code, "\(String(describing: refusal))")
        #expect(house.events.count == before)
    }

    @Test("A second click is not tried again")
    func again() async throws {
        let house = try await EngineSubmitTests(
            workflow: Rules.workflow(Self.states, refusals: ["marked_bad"]))
        let engine = house.engine()
        _ = try await engine.submit(EngineSubmitTests.proposal)
        _ = try await engine.submit(Self.keeping)
        let letter = try #require(house.events.last?.addedDocuments.first)
        _ = try await engine.submit(Self.act(letter, who: House.head.description, mark: "good"))
        let refusal = try await engine.refusal(adding: [Self.keeping]) { _, letters in
            Self.act(letters[0], who: House.head.description, mark: "good")
        }
        #expect(refusal == nil)
    }

    @Test("An act that comes with two documents finds both, in their order")
    func several() async throws {
        let house = try await EngineSubmitTests(
            workflow: Rules.workflow(Self.states, refusals: ["marked_bad"]))
        let engine = house.engine()
        _ = try await engine.submit(EngineSubmitTests.proposal)
        let other = EngineSubmitTests.command(
            .addDocument(NewDocument(kind: "note", fileName: "b.txt", bytes: [66])), "e")
        var kinds: [String] = []
        let refusal = try await engine.refusal(adding: [Self.keeping, other]) { agreement, documents in
            kinds = documents.compactMap { id in agreement.documents.first { $0.id == id }?.kind }
            return Self.act(documents[1], who: House.head.description, mark: "good")
        }
        #expect(refusal == nil && kinds == ["letter", "note"])
    }
}

extension Event {
    fileprivate var addedDocuments: [Document.ID] {
        payload.changes.compactMap { if case .documentAdded(let document) = $0 { document.id } else { nil } }
    }
}
