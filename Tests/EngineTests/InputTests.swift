import Agreements
import TestSupport
import Testing

@Suite("The input of an act is checked before anything is decided")
struct InputTests {
    static let states = """
        draft:
          TITLE
          on:
            fill:
              TITLE
              by: [PI_FR]
              input: { grade: [A, B], who: person, on: day, at?: instant, count?: integer, sure?: flag, note?: text, paper?: document, with?: party, under?: call }
              to: ended
              if: { that: "!has(event.note) || event.note != 'never'", else: never }
        ended: { TITLE, legal: ended, final: true }
        """
    static let good: [String: JSON] = [
        "grade": "A", "who": .string(House.head.description), "on": "2016-02-29",
    ]

    static func bench() throws -> Bench {
        try Bench(
            proposed: Rules.workflow(
                states, refusals: ["never"],
                dossier: "- { name: acronym, TITLE, kind: text, required: true, max: 5 }"))
    }

    static let bad: [(String, JSON)] = [
        ("grade", "C"), ("grade", .null), ("grade", 1), ("grade", ""), ("who", "nobody"),
        ("who", .string("00000000-0000-4000-8000-0000000000ff")), ("on", "2015-02-29"), ("on", "2016-2-1"),
        ("on", "0000-00-00"), ("on", 20_160_101), ("at", "2016-02-29"), ("at", "2016-02-29T25:00:00Z"),
        ("count", "1"),
        ("count", .integer(9_007_199_254_740_992)), ("sure", "true"), ("note", "a\0b"), ("note", true),
        ("paper", "x"),
        ("unknown", 1), ("with", 1), ("under", "2016"),
        ("under", .string("00000000-0000-4000-8000-0000000000ff")),
    ]

    @Test("A value that is not of its kind names its field", arguments: bad)
    func wrong(_ field: String, _ value: JSON) throws {
        let input = Self.good.merging([field: value]) { $1 }
        let refusal = try #require(try Self.bench().refusal(of: "fill", by: House.lead, input: input))
        #expect(refusal.code == "bad_input")
        #expect(refusal.text.en.contains("\"\(field)\""))
    }

    @Test("A field that is required must be there", arguments: ["grade", "who", "on"])
    func missing(_ field: String) throws {
        let input = Self.good.filter { $0.key != field }
        #expect(try Self.bench().refusal(of: "fill", by: House.lead, input: input)?.code == "bad_input")
    }

    @Test("Everything that is wrong is told at once, the reason that nobody can see among it")
    func several() throws {
        let states = Self.states.replacing(
            "      by: [PI_FR]\n", with: "      by: [PI_FR]\n      reason: required\n")
        let bench = try Bench(proposed: Rules.workflow(states, refusals: ["never"]))
        let refusal = try #require(
            bench.refusal(
                of: "fill", by: House.lead, input: ["grade": "C", "on": "2016-02-29", "count": "1"],
                reason: "\u{200B} \u{202E}"))
        #expect(refusal.code == "bad_input" && refusal.field?.name == "grade")
        #expect(refusal.others.map(\.name) == ["who", "count", "reason"])
    }

    @Test("An unknown field is answered with those that are known")
    func unknown() throws {
        let input = Self.good.merging(["comment": "x"]) { $1 }
        let refusal = try #require(try Self.bench().refusal(of: "fill", by: House.lead, input: input))
        #expect(refusal.text.en.contains("grade, who, on, at, count, sure, note, paper, with, under"))
    }

    @Test(
        "What may be absent may also be null or empty, and guards then do not see it",
        arguments: [JSON.null, ""])
    func absent(_ nothing: JSON) throws {
        var bench = try Self.bench()
        let input = Self.good.merging(["note": nothing, "count": nothing, "paper": nothing]) { $1 }
        try bench.act("fill", by: House.lead, input: input)
        #expect(Set(try #require(bench.events.last).payload.input.keys) == ["grade", "who", "on"])
    }

    @Test("An identifier in capitals is the same person")
    func spelling() throws {
        var bench = try Self.bench()
        let input = Self.good.merging(["who": .string(House.head.description.uppercased())]) { $1 }
        try bench.act("fill", by: House.lead, input: input)
        #expect(try #require(bench.events.last).payload.input["who"] == .string(House.head.description))
    }

    @Test(
        "An organisation that is no party of the agreement is refused with those that are",
        arguments: ["kyoto", "x"])
    func unknownParty(_ party: String) throws {
        let input = Self.good.merging(["with": .string(party)]) { $1 }
        let refusal = try #require(try Self.bench().refusal(of: "fill", by: House.lead, input: input))
        #expect(refusal.code == "unknown_party")
        #expect(refusal.text.en.contains("\"with\"") && refusal.text.en.contains("inserm, snu"))
    }

    @Test("A party and a call are recorded by value, a call in its one spelling")
    func partyAndCall() throws {
        var bench = try Self.bench()
        let call = House.call.id.description
        let input = Self.good.merging(["with": "snu", "under": .string(call.uppercased())]) { $1 }
        try bench.act("fill", by: House.lead, input: input)
        let recorded = try #require(bench.events.last).payload.input
        #expect(recorded["with"] == "snu")
        #expect(recorded["under"] == .string(call))
    }

    @Test("A reason that cannot be stored is refused")
    func reason() throws {
        let refusal = try Self.bench().refusal(of: "fill", by: House.lead, input: Self.good, reason: "a\0b")
        #expect(refusal?.code == "bad_input")
    }

    @Test("Free text goes to a row of its own, the event only names it")
    func freeText() throws {
        var bench = try Self.bench()
        try bench.act(
            "fill", by: House.lead, input: Self.good.merging(["note": "secret"]) { $1 }, reason: "why")
        let event = try #require(bench.events.last)
        #expect(event.payload.input["note"]?["hash"]?.text?.count == 64)
        #expect(event.payload.input["reason"]?["value"]?.text != nil)
        #expect(!(try event.hashed().canonical.contains("secret")))
    }

    static let badEdits: [[String: JSON]] = [
        ["acronym": "SIXLET"], ["acronym": 5], ["acronym": "a\0"], ["title": "x"],
    ]

    @Test("A field of the dossier is checked, too", arguments: badEdits)
    func dossier(_ fields: [String: JSON]) throws {
        let refusal = try Self.bench().refusal { bench in
            try bench.decide(.edit(fields), by: .person(House.lead))
        }
        #expect(refusal?.code == "bad_input")
    }

    static let badDocuments = [
        NewDocument(kind: "letter", fileName: "a", bytes: []),
        NewDocument(kind: "", fileName: "a", bytes: [1]),
        NewDocument(kind: "letter", fileName: "a\0", bytes: [1]),
        NewDocument(kind: "let\0ter", fileName: "a", bytes: [1]),
        NewDocument(kind: "letter", language: "f\0", fileName: "a", bytes: [1]),
    ]

    @Test("A document that is empty or cannot be stored is refused", arguments: badDocuments)
    func document(_ document: NewDocument) throws {
        let refusal = try Self.bench().refusal { bench in
            try bench.decide(.addDocument(document), by: .person(House.lead))
        }
        #expect(refusal?.code == "bad_input")
    }

    static let badProposals: [(String, Proposal)] = [
        ("bad_input", Proposal(workflow: "test", call: House.call.id, parties: ["inserm"])),
        ("bad_input", Proposal(workflow: "test", call: House.call.id, parties: ["inserm", "inserm"])),
        ("bad_input", Proposal(workflow: "test", call: House.call.id, parties: ["inserm", "mars"])),
        ("bad_input", Proposal(workflow: "test", parties: ["inserm", "snu"])),
        ("bad_input", Proposal(workflow: "test", call: House.identifier(1), parties: ["inserm", "snu"])),
        (
            "bad_input",
            Proposal(workflow: "test", call: House.call.id, unit: "U\0", parties: ["inserm", "snu"])
        ),
        (
            "bad_input",
            Proposal(workflow: "test", call: House.call.id, itmo: "\0", parties: ["inserm", "snu"])
        ),
        (
            "bad_input",
            Proposal(
                workflow: "test", call: House.call.id, parties: ["inserm", "snu"],
                people: [RoleAssignment(role: "PI_EXT", person: House.identifier(200))])
        ),
        (
            "bad_input",
            Proposal(
                workflow: "test", call: House.call.id, parties: ["inserm", "snu"], dossier: ["acronym": 1])
        ),
    ]

    @Test("A proposal that cannot be is refused", arguments: badProposals)
    func proposal(_ code: String, _ proposal: Proposal) throws {
        let bench = Bench(try Self.bench().workflow)
        let refusal = bench.refusal { bench in
            try bench.decide(.propose(proposal), by: .person(House.lead))
        }
        #expect(refusal?.code == code)
    }

    @Test(
        "A proposal outside the dates of its call is refused with the dates",
        arguments: ["2016-02-29T23:59", "2016-06-15T17:01"])
    func closedCall(_ time: String) throws {
        let bench = Bench(try Self.bench().workflow, facts: House.facts(at: House.instant(time)))
        let refusal = bench.refusal { bench in
            try bench.decide(
                .propose(Proposal(workflow: "test", call: House.call.id, parties: ["inserm", "snu"])),
                by: .person(House.lead))
        }
        #expect(refusal?.code == "call_closed")
        #expect(refusal?.reads.map(\.path) == ["call.opensAt", "call.closesAt"])
    }

    @Test("A proposal names nobody for a role that only the register gives")
    func noSelfPromotion() throws {
        let bench = Bench(try Self.bench().workflow)
        let proposal = Proposal(
            workflow: "test", call: House.call.id, unit: "U1151", parties: ["inserm", "snu"],
            people: [RoleAssignment(role: "DG", person: House.lead)])
        let refusal = bench.refusal { bench in
            try bench.decide(.propose(proposal), by: .person(House.lead))
        }
        #expect(refusal?.code == "bad_input")
    }
}
