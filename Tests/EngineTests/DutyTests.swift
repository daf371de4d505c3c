import Agreements
import TestSupport
import Testing

@Suite("Nobody acts on both sides of an exclusive duty")
struct DutyTests {
    static let states = """
        draft:
          TITLE
          on:
            submit: { TITLE, by: [PI_FR], to: decision }
        decision:
          TITLE
          on:
            select: { TITLE, by: [DG], to: ended }
        ended: { TITLE, legal: ended, final: true }
        """

    static func bench(first: String = "submit") throws -> Bench {
        try Bench(
            proposed: Rules.workflow(
                states, refusals: ["own"], duties: "- { first: [\(first)], second: [select], else: own }",
                parameters: "proposers: [PI_FR], recorders: [INT]"))
    }

    static func delegation(_ grantor: Person.ID, _ grantee: Person.ID, _ role: String) -> Delegation {
        Delegation(
            id: House.identifier(50), grantor: grantor, grantee: grantee, role: role, scope: .everything,
            from: House.instant("2016-01-01T00:00"))
    }

    @Test("Who proposed or submitted does not decide, even with the role", arguments: ["propose", "submit"])
    func same(_ first: String) throws {
        var bench = try Self.bench(first: first)
        bench.facts.grants.append(House.grant(House.lead, "DG"))
        try bench.act("submit", by: House.lead)
        #expect(bench.refusal(of: "select", by: House.lead)?.code == "own")
        #expect(bench.refusal(of: "select", by: House.director) == nil)
    }

    @Test("In order, who did the second may still do the first, and not the other way round")
    func inOrder() throws {
        let states = """
            draft:
              TITLE
              on:
                stand_back: { TITLE, by: [DG] }
                opine: { TITLE, by: [DG] }
            """
        func bench(_ order: String) throws -> Bench {
            try Bench(
                proposed: Rules.workflow(
                    states, refusals: ["own"],
                    duties: "- { first: [stand_back], second: [opine], else: own\(order) }"))
        }
        var ordered = try bench(", inOrder: true")
        try ordered.act("opine", by: House.director)
        #expect(ordered.refusal(of: "stand_back", by: House.director) == nil)
        try ordered.act("stand_back", by: House.director)
        #expect(ordered.refusal(of: "opine", by: House.director)?.code == "own")
        var both = try bench("")
        try both.act("opine", by: House.director)
        #expect(both.refusal(of: "stand_back", by: House.director)?.code == "own")
    }

    @Test("Who submitted does not decide for another under a delegation")
    func delegate() throws {
        var bench = try Self.bench()
        bench.facts.delegations = [Self.delegation(House.director, House.lead, "DG")]
        try bench.act("submit", by: House.lead)
        let refusal = bench.refusal { bench in
            try bench.decide(.act(Act("select")), by: .delegate(House.lead, of: House.director))
        }
        #expect(refusal?.code == "own")
    }

    @Test("Whoever was acted for when submitting does not decide, nor does the one who acted")
    func grantor() throws {
        var bench = try Self.bench()
        bench.facts.delegations = [Self.delegation(House.lead, House.deputy, "PI_FR")]
        bench.facts.grants += [House.grant(House.lead, "DG"), House.grant(House.deputy, "DG")]
        try bench.decide(.act(Act("submit")), by: .delegate(House.deputy, of: House.lead))
        #expect(bench.refusal(of: "select", by: House.lead)?.code == "own")
        #expect(bench.refusal(of: "select", by: House.deputy)?.code == "own")
    }

    @Test("A decision recorded from paper counts for whoever decided, not for the recorder")
    func recorded() throws {
        var bench = try Self.bench()
        bench.facts.grants.append(House.grant(House.lead, "DG"))
        bench.facts.grants.append(House.grant(House.office, "PI_FR"))
        try bench.act("submit", by: House.lead)
        func record(_ person: Person.ID) -> Refusal? {
            bench.refusal { bench in
                try bench.act(
                    "select", by: House.office,
                    recorded: RecordedAct(
                        person: person, documentDate: House.day("2016-04-01"), document: nil))
            }
        }
        #expect(record(House.lead)?.code == "own")
        #expect(record(House.director) == nil)
    }

    @Test("Who proposes for another under a delegation does not get the other's role")
    func proposing() throws {
        var bench = Bench(try Self.bench().workflow)
        bench.facts.delegations = [Self.delegation(House.lead, House.deputy, "PI_FR")]
        let proposal = Proposal(workflow: "test", call: House.call.id, parties: ["inserm", "snu"])
        try bench.decide(.propose(proposal), by: .delegate(House.deputy, of: House.lead))
        #expect(bench.agreement?.assignments == [RoleAssignment(role: "PI_FR", person: House.lead)])
        #expect(bench.refusal(of: "submit", by: House.deputy)?.code == "not_authorized")
    }
}
