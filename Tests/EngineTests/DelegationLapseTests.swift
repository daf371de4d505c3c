import Agreements
import TestSupport
import Testing

/// What a step that is open hears of the delegations under which somebody could do it.
@Suite("Delegations that lapse")
struct DelegationLapseTests {
    static let circuit = """
        circuit:
          TITLE
          initial: open
          states:
            open:
              TITLE
              task: { role: SIG(party), TITLE }
              initial: awaited
              states:
                awaited:
                  TITLE
                  timers: [{ name: delegation, due: { at: delegations.nextLapse, kind: instant }, event: delegation.changed }]
                  on:
                    delegation.changed:
                      - { if: "delegations.nextLapse != '' && delegations.nextLapse <= now", to: awaited, do: [{ set: { lapsed: "vars.lapsed + [item.party.id]" } }] }
                      - { to: awaited }
              on: { sign: { TITLE, by: [SIG(party)], to: signed } }
            signed: { TITLE, final: true }
        """

    /// Inserm and Seoul are to sign since the morning of 1 April; the rector has delegated to the dean.
    static func bench(_ change: (inout Facts) -> Void = { _ in }) throws -> Bench {
        let workflow = try Rules.workflow(
            """
            draft:
              TITLE
              do: [{ set: { lapsed: "[]" } }]
              on: { over: { TITLE, by: [PI_FR], to: ended } }
              children: [{ name: circuit, forEach: party in agreement.parties, run: circuit, join: none }]
            ended: { TITLE, final: true }
            """, processes: circuit)
        var facts = House.facts()
        facts.delegations = [DelegationTests.delegation(House.rector, House.dean)]
        change(&facts)
        return try Bench(proposed: workflow, facts: facts)
    }

    static let lapse = House.instant("2016-04-04T10:00")

    enum Cause: CaseIterable {
        case revoked, ended, grantEnded, grantorLeft, granteeLeft

        func happens(_ facts: inout Facts) {
            switch self {
            case .revoked: facts.delegations[0].revokedAt = lapse
            case .ended: facts.delegations[0].until = lapse
            case .grantEnded:
                for index in facts.grants.indices where facts.grants[index].person == House.rector {
                    facts.grants[index].until = lapse
                }
            case .grantorLeft: facts.people[House.rector]?.leave(at: lapse)
            case .granteeLeft: facts.people[House.dean]?.leave(at: lapse)
            }
        }
    }

    static func lapsed(_ bench: Bench) -> JSON? { bench.agreement?.variables["lapsed"] }

    static func tell(_ bench: inout Bench) throws {
        try bench.decide(.tell(event: "delegation.changed"), by: .system(cause: "delegation"))
    }

    @Test("A step hears once of a lapse that is told, and only that of the party", arguments: Cause.allCases)
    func told(_ cause: Cause) throws {
        var bench = try Self.bench()
        #expect(bench.agreement?.timers == [])
        bench.facts.now = Self.lapse.adding(milliseconds: 40)
        cause.happens(&bench.facts)
        try Self.tell(&bench)
        #expect(Self.lapsed(bench) == ["snu"])
        try Self.tell(&bench)
        #expect(Self.lapsed(bench) == ["snu"] && bench.agreement == bench.refolded)
    }

    @Test("A lapse that is known before rings when it comes, once", arguments: Cause.allCases)
    func known(_ cause: Cause) throws {
        var bench = try Self.bench()
        cause.happens(&bench.facts)
        try Self.tell(&bench)
        #expect(Self.lapsed(bench) == [])
        #expect(bench.agreement?.timers.map(\.due) == [Self.lapse.adding(milliseconds: 1)])
        try bench.serve(at: House.instant("2016-05-01T00:00"))
        #expect(Self.lapsed(bench) == ["snu"] && bench.agreement?.timers == [])
    }

    @Test("What another delegation or grant goes on from does not lapse before the last of them ends")
    func goesOn() throws {
        var bench = try Self.bench { facts in
            facts.delegations[0].until = Self.lapse
            facts.delegations.append(
                DelegationTests.delegation(
                    House.rector, House.dean, from: "2016-04-04T09:00", until: "2016-04-10T00:00", number: 51)
            )
        }
        #expect(
            bench.agreement?.timers.map(\.due) == [House.instant("2016-04-10T00:00").adding(milliseconds: 1)])
        try bench.serve(at: House.instant("2016-04-09T00:00"))
        #expect(Self.lapsed(bench) == [])
    }

    @Test("A right that was prolonged meanwhile is no lapse when the old end comes")
    func prolonged() throws {
        var bench = try Self.bench { $0.delegations[0].until = Self.lapse }
        bench.facts.delegations.append(
            DelegationTests.delegation(House.rector, House.dean, from: "2016-04-04T00:00", number: 51))
        try bench.serve(at: House.instant("2016-05-01T00:00"))
        #expect(Self.lapsed(bench) == [] && bench.agreement?.timers == [])
    }

    @Test("Neither a delegation for another party or role nor one of a circuit that has ended is heard of")
    func others() throws {
        var bench = try Self.bench { facts in
            facts.delegations[0].scope = .party("kyoto")
            facts.delegations.append(DelegationTests.delegation(House.office, House.dean, number: 51))
            facts.delegations.append(DelegationTests.delegation(House.president, House.lawyer, number: 52))
        }
        try bench.act("sign", by: House.president)
        bench.facts.now = Self.lapse
        for index in bench.facts.delegations.indices { bench.facts.delegations[index].revokedAt = Self.lapse }
        try Self.tell(&bench)
        #expect(Self.lapsed(bench) == [])
    }
}
