import Agreements
import TestSupport
import Testing

@Suite("The rules of the register")
struct RegisterTests {
    typealias Fixture = RosterTests
    static let office = Fixture.grant(Fixture.anna, "INT")

    static func code(
        _ change: RegisterChange, by actor: Person.ID? = Fixture.anna, grants: [Grant] = [office],
        delegations: [Delegation] = [], calls: [Call] = [], measures: [Measure] = [],
        ranked: Set<Call.ID> = []
    ) -> String? {
        var facts = Fixture.roster(grants, delegations: delegations, inactive: [Fixture.carla]).facts
        facts.calls = Dictionary(uniqueKeysWithValues: calls.map { ($0.id, $0) })
        facts.measures = measures
        facts.rankedCalls = ranked
        let command = RegisterCommand(requestID: "r", actor: actor, channel: .scenario, change: change)
        do {
            _ = try Register.decide(command, facts: facts)
            return nil
        } catch {
            return error.code
        }
    }

    @Test(
        "Who administers holds ADM, INT or DG",
        arguments: [("ADM", true), ("INT", true), ("DG", true), ("DU", false)])
    func administers(_ role: String, _ may: Bool) {
        let change = RegisterChange.granted(grant: Fixture.grant(Fixture.bruno, "DU"))
        #expect(
            Self.code(change, grants: [Fixture.grant(Fixture.anna, role)]) == (may ? nil : "not_authorized"))
        #expect(Self.code(change, by: nil, grants: []) == nil)
    }

    @Test(
        "Who holds such a role for some files only does not administer",
        arguments: ["ADM", "INT", "DG"],
        [Scope.unit("U1"), Scope("instrument:LIA"), .itmo("NNP"), .party("inserm")])
    func bounded(_ role: String, _ scope: Scope) {
        let grants = [Fixture.grant(Fixture.anna, role, scope)]
        let change = RegisterChange.granted(grant: Fixture.grant(Fixture.bruno, "DG"))
        #expect(Self.code(change, grants: grants) == "not_authorized")
        #expect(Self.code(change, grants: grants + [Fixture.grant(Fixture.anna, role)]) == nil)
    }

    @Test(
        "A measure is set and ended by the security officer, the office or the directorate",
        arguments: [("FSD", true), ("INT", true), ("DG", true), ("ADM", false), ("DU", false)])
    func measures(_ role: String, _ may: Bool) {
        let measure = Measure(
            id: Fixture.identifier(90), target: "KR", kind: .noNew, from: Fixture.start, legalReference: "R")
        let grants = [Fixture.grant(Fixture.anna, role)]
        for change in [
            RegisterChange.measureSet(measure: measure),
            .measureEnded(measure: measure.id, until: Fixture.middle),
        ] {
            #expect(Self.code(change, grants: grants) == (may ? nil : "not_authorized"))
        }
        let other = RegisterChange.granted(grant: Fixture.grant(Fixture.bruno, "DU"))
        #expect((Self.code(other, grants: grants) == nil) == ["ADM", "INT", "DG"].contains(role))
    }

    @Test("A measure does not end before it begins, and spares what has the form of a scope")
    func measureDates() {
        var measure = Measure(
            id: Fixture.identifier(90), target: "KR", kind: .noNew, from: Fixture.middle, legalReference: "R")
        func end(_ until: Instant) -> String? {
            Self.code(.measureEnded(measure: measure.id, until: until), measures: [measure])
        }
        #expect(end(Fixture.start) == "bad_input")
        #expect(end(Fixture.middle) == nil)
        #expect(end(Fixture.end) == nil)
        measure.until = Fixture.middle
        #expect(Self.code(.measureSet(measure: measure)) == "bad_input")
        measure.until = Fixture.end
        measure.exempt = [Scope("planet:mars")]
        #expect(Self.code(.measureSet(measure: measure)) == "bad_input")
        measure.exempt = [.unit("U1151")]
        #expect(Self.code(.measureSet(measure: measure)) == nil)
    }

    @Test("A grant goes to an active person, in a scope that has a form, from before to after")
    func grants() {
        var backwards = Fixture.grant(Fixture.bruno, "DU")
        backwards.until = backwards.from
        let bad = [
            Fixture.grant(Fixture.carla, "DU"), Fixture.grant(Fixture.person(9), "DU"),
            Fixture.grant(Fixture.bruno, "DU", Scope("planet:mars")),
            Fixture.grant(Fixture.bruno, "DU", Scope("unit:")),
            backwards,
        ]
        for grant in bad { #expect(Self.code(.granted(grant: grant)) == "bad_input") }
    }

    @Test("Nobody enters a right of their own, by grant or as delegate of another")
    func ownRights() {
        let grants = [Self.office, Fixture.grant(Fixture.bruno, "DG")]
        var delegation = Fixture.delegation()
        (delegation.grantor, delegation.grantee) = (Fixture.bruno, Fixture.anna)
        for change in [
            RegisterChange.granted(grant: Fixture.grant(Fixture.anna, "DG")),
            .delegated(delegation: delegation),
        ] {
            #expect(Self.code(change, grants: grants) == "own_right")
            #expect(Self.code(change, by: Fixture.bruno, grants: grants) == nil)
            #expect(Self.code(change, by: nil, grants: grants) == nil)
        }
    }

    @Test("A delegation is given by its grantor, who holds the role, to another active person")
    func delegations() {
        let held = [Fixture.grant(Fixture.anna, "DG")]
        var own = Fixture.delegation()
        own.grantee = Fixture.anna
        var gone = Fixture.delegation()
        gone.grantee = Fixture.carla
        var foreign = Fixture.delegation()
        foreign.scope = Scope("everywhere")
        #expect(Self.code(.delegated(delegation: Fixture.delegation()), grants: held) == nil)
        #expect(
            Self.code(.delegated(delegation: Fixture.delegation()), grants: [Self.office])
                == "no_right_to_delegate")
        #expect(Self.code(.delegated(delegation: own), grants: held) == "self_delegation")
        #expect(Self.code(.delegated(delegation: gone), grants: held) == "bad_input")
        #expect(Self.code(.delegated(delegation: foreign), grants: held) == "bad_input")
        #expect(
            Self.code(.delegated(delegation: Fixture.delegation()), by: Fixture.bruno, grants: held)
                == "not_authorized")
    }

    @Test("A grantor takes the delegation back without any other right")
    func revoking() {
        let change = RegisterChange.delegationRevoked(delegation: Fixture.delegation().id, at: Fixture.middle)
        #expect(Self.code(change, grants: [], delegations: [Fixture.delegation()]) == nil)
        #expect(
            Self.code(change, by: Fixture.bruno, grants: [], delegations: [Fixture.delegation()])
                == "not_authorized")
    }

    @Test(
        "A right ends today at the earliest: what was done under it keeps its authority", arguments: [0, -1])
    func endings(days: Int64) {
        let end = Fixture.middle.adding(milliseconds: days * 86_400_000)
        let expected = days < 0 ? "bad_input" : nil
        let revoked = RegisterChange.delegationRevoked(delegation: Fixture.delegation().id, at: end)
        #expect(Self.code(revoked, grants: [], delegations: [Fixture.delegation()]) == expected)
        #expect(Self.code(.grantEnded(grant: Self.office.id, until: end), grants: [Self.office]) == expected)
    }

    @Test(
        "What ends sooner already is not brought back by a later end",
        arguments: [(-1, nil), (0, nil), (1, "bad_input"), (400, "bad_input")] as [(Int64, String?)])
    func endsOnce(days: Int64, expected: String?) {
        let known = Fixture.middle.adding(milliseconds: 2 * 86_400_000)
        let end = known.adding(milliseconds: days * 86_400_000)
        var (grant, delegation) = (Self.office, Fixture.delegation())
        grant.until = known
        delegation.revokedAt = known
        let revoked = RegisterChange.delegationRevoked(delegation: delegation.id, at: end)
        #expect(Self.code(revoked, grants: [], delegations: [delegation]) == expected)
        #expect(Self.code(.grantEnded(grant: grant.id, until: end), grants: [grant]) == expected)
        let measure = Measure(
            id: House.identifier(98), target: "KR", kind: .noNew, from: grant.from, until: known,
            legalReference: "D 1")
        #expect(Self.code(.measureEnded(measure: measure.id, until: end), measures: [measure]) == expected)
    }

    @Test("A grant does not end before it begins")
    func endsAfterBeginning() {
        var grant = Fixture.grant(Fixture.bruno, "DU")
        (grant.id, grant.until) = (House.identifier(99), nil)
        grant.from = Fixture.middle.adding(milliseconds: 9 * 86_400_000)
        let before = grant.from.adding(milliseconds: -1)
        #expect(
            Self.code(.grantEnded(grant: grant.id, until: before), grants: [Self.office, grant])
                == "bad_input")
        #expect(
            Self.code(.grantEnded(grant: grant.id, until: grant.from), grants: [Self.office, grant]) == nil)
    }

    @Test(
        "A call is of a year of four digits, as the database keeps it",
        arguments: [(2016, true), (1583, true), (9999, true), (0, false), (1582, false), (15_000, false)])
    func yearOfCall(year: Int, isTaken: Bool) {
        let call = Call(
            id: Fixture.identifier(80), instruments: ["LIA"], year: year, opensAt: Fixture.start,
            closesAt: Fixture.middle)
        #expect(Self.code(.callOpened(call: call)) == (isTaken ? nil : "bad_input"))
    }

    @Test(
        "A call is ranked after it closed", arguments: [(-1, false), (0, true), (1, true)] as [(Int64, Bool)])
    func ranking(offset: Int64, isTaken: Bool) {
        let call = Call(
            id: Fixture.identifier(80), instruments: ["LIA"], year: 2016, opensAt: Fixture.start,
            closesAt: Fixture.middle, rankingAt: Fixture.middle.adding(milliseconds: offset))
        #expect(Self.code(.callOpened(call: call)) == (isTaken ? nil : "bad_input"))
    }

    @Test("A right over one file names it by its id, which nobody writes by hand")
    func fileOfGrant() {
        for (name, code) in [("6e0a896f-31cb-4d1d-bc13-e5ed4b75e2d0", nil), ("LIA-2016-001", "bad_input")]
            as [(String, String?)]
        {
            let grant = Fixture.grant(Fixture.bruno, "DU", Scope("agreement:\(name)"))
            #expect(Self.code(.granted(grant: grant)) == code)
        }
    }

    @Test("A call is extended to a later closing that lies ahead, and not once the ranking began")
    func calls() {
        let call = Call(
            id: Fixture.identifier(80), instruments: ["LIA"], year: 2016, opensAt: Fixture.start,
            closesAt: Fixture.middle)
        func extend(_ offset: Int64, began: Bool = false) -> String? {
            let closes = Fixture.middle.adding(milliseconds: offset)
            return Self.code(
                .callExtended(call: call.id, closesAt: closes), calls: [call], ranked: began ? [call.id] : [])
        }
        #expect(extend(1) == nil)
        #expect(extend(0) == "bad_input")
        #expect(extend(-1) == "bad_input")
        #expect(extend(1, began: true) == "ranking_began")
        #expect(Self.code(.callExtended(call: call.id, closesAt: Fixture.end)) == "bad_input")
    }
}
