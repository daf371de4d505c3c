import Agreements
import TestSupport
import Testing

@Suite("A change of the dossier")
struct EditTests {
    static let states = """
        draft:
          TITLE
          do: [{ set: { visa: "false" } }]
          on:
            grant: { TITLE, by: [PI_FR], do: [{ set: { visa: "true" } }] }
            dossier.changed: { if: vars.visa, do: [{ set: { visa: "false" } }] }
            finish: { TITLE, by: [PI_FR], to: kept }
        kept: { TITLE, refuse: { add_text: frozen }, on: { stop: { TITLE, by: [PI_FR], to: ended } } }
        ended: { TITLE, legal: ended, final: true }
        """
    static let dossier = """
        - { name: acronym, TITLE, kind: text, required: false, max: 20 }
        - { name: amount, TITLE, kind: integer, required: false }
        """

    /// A draft that says something and is endorsed.
    static func bench() throws -> Bench {
        var bench = try Bench(
            proposed: Rules.workflow(states, refusals: ["frozen"], dossier: dossier))
        try bench.decide(.edit(["acronym": "A", "amount": 5]), by: .person(House.lead))
        bench.facts.dossier = ["acronym": "A", "amount": 5]
        try bench.act("grant", by: House.lead)
        return bench
    }

    static let same: [[String: JSON]] = [
        [:], ["acronym": "A"], ["acronym": "A", "amount": 5],
    ]

    @Test("The same values again change nothing: nobody is told, and a view stays fresh", arguments: same)
    func nothing(_ fields: [String: JSON]) throws {
        var bench = try Self.bench()
        let seen = try #require(bench.agreement?.revision)
        let events = try bench.decide(.edit(fields), by: .person(House.lead))
        #expect(events.map(\.type) == ["edit"])
        #expect(events.flatMap(\.payload.erasableValues).isEmpty)
        #expect(bench.agreement?.variables["visa"] == true)
        try bench.act("finish", by: House.lead, seen: seen)
    }

    static let other: [[String: JSON]] = [
        ["acronym": "B"], ["acronym": "A", "amount": 6], ["amount": .null], ["acronym": ""],
    ]

    @Test("Another value, or none, is told; only it is kept anew", arguments: other)
    func something(_ fields: [String: JSON]) throws {
        var bench = try Self.bench()
        let events = try bench.decide(.edit(fields), by: .person(House.lead))
        #expect(events.map(\.type) == ["edit", "dossier.changed"])
        #expect(events.flatMap(\.payload.erasableValues).count <= 1)
        #expect(bench.agreement?.variables["visa"] == false)
    }

    @Test("A state may refuse new versions of the text, as it does an act")
    func text() throws {
        var bench = try Self.bench()
        try bench.addText("first")
        try bench.act("finish", by: House.lead)
        #expect(bench.refusal { try $0.addText("second") }?.code == "frozen")
        let letter = NewDocument(kind: "letter", fileName: "a", bytes: [1])
        try bench.decide(.addDocument(letter), by: .person(House.lead))
        #expect(bench.agreement?.documents.map(\.kind) == ["text", "letter"])
        try bench.act("stop", by: House.lead)
        #expect(bench.refusal { try $0.addText("third") }?.code == "text_closed")
    }

    @Test("Or on a condition: then the refusal names the rule, and a text is taken as long as it holds")
    func textOnCondition() throws {
        let condition = "refuse: { add_text: [{ that: vars.visa, else: frozen }] }"
        let states = Self.states.replacing("refuse: { add_text: frozen }", with: condition)
            .replacing(
                "on: { stop:",
                with: "on: { revoke: { TITLE, by: [PI_FR], do: [{ set: { visa: \"false\" } }] }, stop:")
        var bench = try Bench(
            proposed: Rules.workflow(states, refusals: ["frozen"], dossier: Self.dossier))
        try bench.act("grant", by: House.lead)
        try bench.act("finish", by: House.lead)
        try bench.addText("first")
        try bench.act("revoke", by: House.lead)
        let refusal = try #require(bench.refusal { try $0.addText("second") })
        #expect(refusal.code == "frozen" && refusal.rule == "vars.visa")
        #expect(bench.agreement?.documents.map(\.version) == [1])
    }
}
