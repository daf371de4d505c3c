import Agreements
import Engine
import TestSupport
import Testing

@Suite("Values of a closed file can be eliminated")
struct EliminationTests {
    private static let states = """
        draft:
          TITLE
          legal: none
          on:
            stop: { TITLE, by: [PI_FR], to: over }
        over: { TITLE, legal: ended, final: true }
        """

    private static func bench(stopped: Bool = true) throws -> Bench {
        let workflow = try Rules.workflow(
            states, parameters: "proposers: [PI_FR], eliminators: [INT]")
        var bench = try Bench(proposed: workflow)
        try bench.addText("The text.")
        if stopped { try bench.act("stop", by: House.lead, reason: "of no use") }
        bench.facts.erasable = ErasableStock(
            values: [value], documents: bench.agreement?.documents.map(\.id) ?? [])
        return bench
    }

    private static let value: Identifier<ErasableValue> = House.identifier(71)

    @discardableResult
    private static func eliminate(
        _ scope: Elimination.Scope = .all, in bench: inout Bench, by person: Person.ID = House.office,
        because reason: String = "the retention period has ended"
    ) throws -> [Event] {
        try bench.decide(.eliminate(Elimination(scope, reason: reason)), by: .person(person))
    }

    @Test("The event names what is deleted, never what it was; the fold is the same")
    func eliminates() throws {
        var bench = try Self.bench()
        let text = try #require(bench.agreement?.text)
        try Self.eliminate(in: &bench)
        let event = try #require(bench.events.last)
        #expect(event.type == "values_eliminated")
        #expect(
            event.payload.changes.first == .eliminated(values: [Self.value], documents: [text.id]))
        #expect(event.payload.input["reason"]?["value"] != nil)
        #expect(bench.agreement?.text?.sha256 == text.sha256)
        #expect(bench.agreement == bench.refolded)
    }

    @Test("Only of a closed file, by an eliminator, with a reason, and what is there")
    func refused() throws {
        let bench = try Self.bench()
        let other: Identifier<ErasableValue> = House.identifier(72)
        let cases: [(Elimination.Scope, Person.ID, String, String)] = [
            (.all, House.lead, "x", "not_authorized"), (.all, House.office, " ", "bad_input"),
            (.all, House.office, String(repeating: "x", count: 4_001), "bad_input"),
            (.named(values: [other], documents: []), House.office, "x", "unknown_value"),
            (.named(values: [], documents: []), House.office, "x", "nothing_to_eliminate"),
        ]
        for (scope, person, reason, code) in cases {
            #expect(
                bench.refusal { try Self.eliminate(scope, in: &$0, by: person, because: reason) }?.code
                    == code)
        }
        let open = try Self.bench(stopped: false)
        #expect(open.refusal { try Self.eliminate(in: &$0) }?.code == "not_ended")
    }

    @Test("What is gone is not eliminated twice, and the account of an elimination is spared by `all`")
    func spared() throws {
        var bench = try Self.bench()
        bench.facts.erasable = ErasableStock(values: [Self.value])
        bench.facts.erasable.accountValues = [Self.value]
        #expect(bench.refusal { try Self.eliminate(in: &$0) }?.code == "nothing_to_eliminate")
        bench.facts.erasable = ErasableStock()
        bench.facts.erasable.goneValues = [Self.value]
        let again = bench.refusal { try Self.eliminate(.named(values: [Self.value], documents: []), in: &$0) }
        #expect(again?.code == "nothing_to_eliminate")
    }
}
