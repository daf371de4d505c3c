import Agreements
import TestSupport
import Testing

@Suite("Parties, laboratories and frameworks")
struct MembersTests {
    static let states = """
        draft:
          TITLE
          on:
            invite: { TITLE, by: [PI_FR], input: { bodies: organisations }, do: [{ add_party: event.bodies }] }
            admit: { TITLE, by: [PI_FR], input: { body: organisation }, do: [{ add_party: event.body }] }
            exclude: { TITLE, by: [PI_FR], input: { party: party }, do: [{ remove_party: event.party }] }
            reduce: { TITLE, by: [PI_FR], do: [{ remove_party: "['snu', 'nobody']" }] }
            open_lab: { TITLE, by: [PI_FR], input: { lab: organisation, party: party, head: person }, do: [{ add_lab: "{'id': event.lab.id, 'name': event.lab.name, 'party': event.party, 'head': event.head}" }] }
            close_lab: { TITLE, by: [PI_FR], input: { lab: text }, do: [{ drop_lab: "agreement.labs[0].id" }] }
            rename: { TITLE, by: [PI_FR], do: [{ instrument: "'LEA'" }, renew] }
            lead: { TITLE, by: [PI_FR], input: { who: person }, do: [{ release: COORD }, { assign: { role: COORD, person: event.who } }] }
            nominate: { TITLE, by: [PI_FR], input: { who: candidate }, if: [{ that: event.who.unit != agreement.unit && event.who.organisation != 'snu', else: own_unit }], do: [{ assign: { role: EXP, person: event.who.person } }] }
            parties.changed: { do: [{ set: { heard: "size(agreement.parties)" } }] }
            over: { TITLE, by: [PI_FR], to: ended }
        ended: { TITLE, final: true }
        """

    static func bench(labs: [Lab] = [], cites: [Agreement.ID] = [], facts: Facts = House.facts()) throws
        -> Bench
    {
        var bench = Bench(try Rules.workflow(states, refusals: ["own_unit"]), facts: facts)
        var proposal = Proposal(
            workflow: "test", call: House.call.id, unit: "U1151", parties: ["inserm", "snu"])
        proposal.labs = labs
        proposal.cites = cites
        try bench.decide(.propose(proposal), by: .person(House.lead))
        return bench
    }

    @Test("Organisations of the register join, once each, and every process hears of it")
    func joining() throws {
        var bench = try Self.bench()
        try bench.act("invite", by: House.lead, input: ["bodies": ["kyoto", "snu"]])
        #expect(bench.agreement?.parties.map(\.id) == ["inserm", "snu", "kyoto"])
        #expect(bench.agreement?.variables["heard"] == 3)
        try bench.act("admit", by: House.lead, input: ["body": "kyoto"])
        #expect(bench.agreement?.parties.map(\.id) == ["inserm", "snu", "kyoto"])
        #expect(bench.refolded == bench.agreement)
    }

    @Test("Several parties leave in one step; who is none is passed over")
    func leavingTogether() throws {
        var bench = try Self.bench()
        try bench.act("admit", by: House.lead, input: ["body": "kyoto"])
        try bench.act("reduce", by: House.lead)
        #expect(bench.agreement?.parties.map(\.id) == ["inserm", "kyoto"])
        #expect(bench.agreement?.variables["heard"] == 2)
        #expect(bench.refolded == bench.agreement)
    }

    @Test(
        "Guards read where a candidate comes from; what is recorded is who it is",
        arguments: [(House.head, "own_unit"), (House.rector, "own_unit"), (House.reviewer, nil)])
    func candidates(_ person: Person.ID, _ refusal: String?) throws {
        var facts = House.facts()
        facts.people[House.head]?.unit = "U1151"
        facts.people[House.rector]?.organisation = "snu"
        var bench = try Self.bench(facts: facts)
        let who: [String: JSON] = ["who": .string(person.description)]
        #expect(bench.refusal(of: "nominate", by: House.lead, input: who)?.code == refusal)
        guard refusal == nil else { return }
        try bench.act("nominate", by: House.lead, input: who)
        #expect(bench.events.last?.payload.input["who"] == .string(person.description))
        #expect(bench.agreement?.assignments.contains { $0.role == "EXP" && $0.person == person } == true)
        #expect(bench.refolded == bench.agreement)
    }

    @Test("A candidate whom the register does not know is refused", arguments: ["nobody", ""])
    func strangers(_ id: String) throws {
        let bench = try Self.bench()
        #expect(
            bench.refusal(of: "nominate", by: House.lead, input: ["who": .string(id)])?.code == "bad_input")
    }

    @Test("A body that the register does not know is refused", arguments: ["nobody", "", "INSERM"])
    func unknown(_ id: String) throws {
        let bench = try Self.bench()
        #expect(bench.refusal(of: "admit", by: House.lead, input: ["body": .string(id)])?.code == "bad_input")
        #expect(
            bench.refusal(of: "invite", by: House.lead, input: ["bodies": ["kyoto", .string(id)]])?.code
                == "bad_input")
    }

    @Test("A party that leaves takes its laboratories along and is remembered")
    func leaving() throws {
        let lab = Lab(id: "physiology", name: "Physiology", party: "snu", head: House.rector)
        var bench = try Self.bench(labs: [lab])
        #expect(bench.agreement?.labs == [lab])
        #expect(
            bench.agreement?.assignments.contains(RoleAssignment(role: "LAB", person: House.rector)) == true)
        try bench.act("exclude", by: House.lead, input: ["party": "snu"])
        #expect(bench.agreement?.parties.map(\.id) == ["inserm"])
        #expect(bench.agreement?.formerParties.map(\.id) == ["snu"])
        #expect(bench.agreement?.labs == [])
        #expect(bench.refolded == bench.agreement)
    }

    @Test("A laboratory joins under a party, once, and its head is one of the heads; it leaves by its id")
    func labsInForce() throws {
        var bench = try Self.bench()
        let input: [String: JSON] = [
            "lab": "kyoto", "party": "snu", "head": .string(House.rector.description),
        ]
        for _ in 1...2 { try bench.act("open_lab", by: House.lead, input: input) }
        #expect(bench.agreement?.labs.map(\.id) == ["kyoto"])
        #expect(bench.agreement?.labs.map(\.party) == ["snu"])
        let head = RoleAssignment(role: "LAB", person: House.rector)
        #expect(bench.agreement?.assignments.filter { $0 == head }.count == 1)
        try bench.act("close_lab", by: House.lead, input: ["lab": "any"])
        #expect(bench.agreement?.labs == [])
        #expect(bench.refolded == bench.agreement)
    }

    @Test("A laboratory whose party left is not taken in")
    func labOfNobody() throws {
        var bench = try Self.bench()
        try bench.act("exclude", by: House.lead, input: ["party": "snu"])
        let input: [String: JSON] = [
            "lab": "kyoto", "party": "snu", "head": .string(House.rector.description),
        ]
        #expect(bench.refusal(of: "open_lab", by: House.lead, input: input)?.code == "unknown_party")
    }

    static let badLabs = [
        Lab(id: "a", name: "A", party: "kyoto", head: House.rector),
        Lab(id: "a", name: "A", party: "snu", head: House.person(99)),
        Lab(id: " ", name: "A", party: "snu", head: House.rector),
    ]

    @Test("A laboratory belongs to a party, and its head is of the register", arguments: badLabs)
    func labs(_ lab: Lab) {
        let refusal = #expect(throws: Refusal.self) { try Self.bench(labs: [lab]) }
        #expect(refusal?.code == "bad_input")
    }

    static let frameworks: [(CitedAgreement?, String?)] = [
        (CitedAgreement(legal: .inForce, isClosed: false), nil),
        (CitedAgreement(legal: .inForce, isClosed: true), "framework_not_citable"),
        (CitedAgreement(legal: .ended, isClosed: false), "framework_not_citable"),
        (nil, "framework_not_citable"),
    ]

    @Test("Only an agreement in force that still takes others under it is cited", arguments: frameworks)
    func citing(_ framework: CitedAgreement?, _ code: String?) {
        var facts = House.facts()
        facts.cited[House.identifier(98)] = framework
        var found: String?
        do { _ = try Self.bench(cites: [House.identifier(98)], facts: facts) } catch {
            found = (error as? Refusal)?.code
        }
        #expect(found == code)
    }

    @Test("A role passes from one to the other; the instrument and the renewals change by act")
    func changes() throws {
        var bench = try Self.bench()
        try bench.act("lead", by: House.lead, input: ["who": .string(House.head.description)])
        try bench.act("lead", by: House.lead, input: ["who": .string(House.dean.description)])
        #expect(bench.agreement?.assignments.filter { $0.role == "COORD" }.map(\.person) == [House.dean])
        try bench.act("rename", by: House.lead)
        #expect(bench.agreement?.instrument == "LEA")
        #expect(bench.agreement?.renewals == 1)
        #expect(bench.refolded == bench.agreement)
    }
}
