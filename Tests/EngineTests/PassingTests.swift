import Agreements
import TestSupport
import Testing

/// The signatory who is asked names another one of the same party.
@Suite("Passing a signature on")
struct PassingTests {
    static let circuit = """
        circuit:
          TITLE
          initial: open
          states:
            open:
              TITLE
              task: { role: SIG(party), TITLE }
              notify: [{ notice: N20, to: [SIG(party)] }]
              on:
                sign:
                  TITLE
                  by: [SIG(party)]
                  input: { dated?: day, signatory?: person, sha256?: text }
                  do: [signature]
                  to: signed
                pass_on:
                  TITLE
                  by: [SIG(party)]
                  input: { successor: person }
                  if: { that: "!item.party.home", else: home }
                  do: [{ pass_on: event.successor }]
                  to: open
            signed: { TITLE, outcome: signed, final: true }
        """

    /// The dean and the deputy work at Seoul, like the rector who signs for it.
    static func bench() throws -> Bench {
        let workflow = try Rules.workflow(
            SignatureTests.states, processes: circuit, refusals: ["home"], notices: ["N20"])
        var facts = House.facts()
        for person in [House.rector, House.dean, House.deputy] { facts.people[person]?.organisation = "snu" }
        facts.people[House.president]?.organisation = "inserm"
        facts.people[House.head]?.organisation = "inserm"
        var bench = try Bench(proposed: workflow, facts: facts)
        try bench.act("open", by: House.lead)
        try bench.addText("one")
        return bench
    }

    static func naming(_ person: Person.ID) -> [String: JSON] { ["successor": .string(person.description)] }

    static func task(_ bench: Bench) -> HumanTask? {
        bench.agreement?.tasks.first { $0.process == "life/circuit/snu" }
    }

    @Test("Whoever is named is asked in the place of the other, who is asked no more")
    func named() throws {
        var bench = try Self.bench()
        let before = bench.process["life/circuit/snu"]?.entries["open"]?.seq
        try bench.act("pass_on", by: House.rector, input: Self.naming(House.deputy))
        let event = try #require(bench.events.last { $0.type == "pass_on" })
        #expect(
            event.payload.changes.contains(
                .passedOn(path: "life/circuit/snu", role: "SIG", from: House.rector, to: House.deputy)))
        #expect(bench.process["life/circuit/snu"]?.entries["open"]?.seq == event.seq)
        #expect(before != event.seq, "The links of the earlier entry are void.")
        #expect(event.payload.notices.map(\.recipient) == [House.deputy])
        #expect(Self.task(bench)?.role == RoleReference("SIG", of: .person))
        #expect(Self.task(bench)?.narrowedTo == House.deputy.description)
        #expect(bench.refusal(of: "sign", by: House.rector)?.code == "not_authorized")
        let roster = Roster(try #require(bench.agreement), facts: bench.facts)
        #expect(roster.roles(of: House.deputy, at: bench.facts.now) == ["SIG"])
        try bench.act("sign", by: House.deputy)
        #expect(bench.agreement?.signatures.map(\.person) == [House.deputy])
        #expect(bench.agreement?.signatures.map(\.party) == ["snu"])
        #expect(bench.agreement == bench.refolded)
    }

    @Test(
        "Only somebody else of the same party can be named",
        arguments: [House.head, House.stranger, House.rector])
    func notOfParty(_ person: Person.ID) throws {
        let bench = try Self.bench()
        let refusal = bench.refusal(of: "pass_on", by: House.rector, input: Self.naming(person))
        #expect(refusal?.code == "not_of_party")
    }

    @Test("Where the definition says no, nobody passes on")
    func refused() throws {
        let bench = try Self.bench()
        let refusal = bench.refusal(of: "pass_on", by: House.president, input: Self.naming(House.head))
        #expect(refusal?.code == "home")
    }

    @Test("Whoever was named may name somebody else, or the first one again")
    func onceMore() throws {
        var bench = try Self.bench()
        try bench.act("pass_on", by: House.rector, input: Self.naming(House.deputy))
        #expect(bench.refusal(of: "pass_on", by: House.rector, input: Self.naming(House.dean)) != nil)
        try bench.act("pass_on", by: House.deputy, input: Self.naming(House.dean))
        #expect(bench.refusal(of: "sign", by: House.deputy)?.code == "not_authorized")
        #expect(bench.refusal(of: "sign", by: House.dean) == nil)
        try bench.act("pass_on", by: House.dean, input: Self.naming(House.rector))
        #expect(bench.refusal(of: "sign", by: House.rector) == nil)
        #expect(bench.refusal(of: "sign", by: House.dean)?.code == "not_authorized")
        #expect(bench.agreement == bench.refolded)
    }

    @Test("What was passed on ends with the right of the first holder, and with the person named")
    func ended() throws {
        var bench = try Self.bench()
        try bench.act("pass_on", by: House.rector, input: Self.naming(House.deputy))
        var left = bench
        left.facts.people[House.deputy]?.leave(at: bench.facts.now)
        #expect(left.refusal(of: "sign", by: House.rector) == nil)
        var over = bench
        over.facts.grants.removeAll { $0.person == House.rector }
        over.facts.grants.append(House.grant(House.dean, "SIG", .party("snu")))
        #expect(over.refusal(of: "sign", by: House.deputy)?.code == "not_authorized")
        #expect(over.refusal(of: "sign", by: House.dean) == nil)
    }
}
