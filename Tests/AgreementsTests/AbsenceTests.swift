import Agreements
import Testing

@Suite("People who are absent, and institutes that are merged")
struct AbsenceTests {
    typealias Fixture = RosterTests
    static let epoch = Day(daysSinceEpoch: 0)

    /// On the day of all fixtures, 1970-01-01.
    static func absence(_ person: Person.ID, from: Int = 0, until: Int = 0) -> Absence {
        Absence(
            id: Fixture.identifier(92), person: person, from: epoch.adding(days: from),
            until: epoch.adding(days: until))
    }

    static func roster(
        _ grants: [Grant], delegations: [Delegation] = [], absences: [Absence] = [],
        successions: [Succession] = []
    ) -> Roster {
        let roster = Fixture.roster(grants, delegations: delegations)
        var facts = roster.facts
        facts.absences = absences
        facts.successions = successions
        return Roster(roster.agreement, facts: facts)
    }

    static func recipients(_ roster: Roster) -> [Person.ID] {
        roster.recipients(of: RoleReference("DG"), in: nil, at: Fixture.middle)
    }

    @Test("Who is absent keeps every right")
    func rights() {
        let roster = Self.roster(
            [Fixture.grant(Fixture.anna, "DG")], delegations: [Fixture.delegation()],
            absences: [Self.absence(Fixture.anna)])
        #expect(roster.holds(Fixture.anna, RoleReference("DG"), in: nil, at: Fixture.middle))
        #expect(Fixture.delegates(roster))
        #expect(roster.roles(of: Fixture.anna, at: Fixture.middle) == ["DG"])
    }

    @Test(
        "A notice to who is absent goes to their delegates as well, from the first day to the last",
        arguments: [(0, 0, true), (-3, 5, true), (-3, -1, false), (1, 4, false)])
    func notices(_ from: Int, _ until: Int, _ isTold: Bool) {
        let roster = Self.roster(
            [Fixture.grant(Fixture.anna, "DG")], delegations: [Fixture.delegation()],
            absences: [Self.absence(Fixture.anna, from: from, until: until)])
        #expect(Self.recipients(roster) == [Fixture.anna] + (isTold ? [Fixture.bruno] : []))
    }

    @Test("Who is there is told alone; a delegate in another role, or no longer one, is not told")
    func others() {
        let held = [Fixture.grant(Fixture.anna, "DG")]
        let absences = [Self.absence(Fixture.anna)]
        var revoked = Fixture.delegation()
        revoked.revokedAt = Fixture.middle
        #expect(Self.recipients(Self.roster(held, delegations: [Fixture.delegation()])) == [Fixture.anna])
        for delegation in [Fixture.delegation(role: "INT"), revoked, Fixture.delegation(.unit("U2"))] {
            let roster = Self.roster(held, delegations: [delegation], absences: absences)
            #expect(Self.recipients(roster) == [Fixture.anna])
        }
    }

    static func merger(_ from: String, _ into: String, on day: Int = 0) -> Succession {
        Succession(kind: .itmo, from: from, into: into, on: epoch.adding(days: day))
    }

    @Test("From 00:00 of the day on, who holds a role for the successor holds it for what was merged")
    func merged() {
        let grants = [
            Grant(
                id: Fixture.identifier(90), person: Fixture.anna, role: "ITMO", scope: .itmo("NEW"),
                from: Fixture.start)
        ]
        let roster = Self.roster(grants, successions: [Self.merger("NNP", "NEW", on: 1)])
        let midnight = Zone.paris.startOfDay(Self.epoch.adding(days: 1))
        let role = RoleReference("ITMO")
        #expect(roster.holders(of: role, in: nil, at: midnight.adding(milliseconds: -1)).isEmpty)
        #expect(roster.holders(of: role, in: nil, at: midnight) == [Fixture.anna])
        #expect(roster.roles(of: Fixture.anna, at: midnight) == ["ITMO"])
    }

    @Test("Until then a mandate over what is merged is worth its files, and nothing on them from that day on")
    func lapsed() {
        let roster = Self.roster(
            [
                Grant(
                    id: Fixture.identifier(90), person: Fixture.anna, role: "DG", scope: .itmo("NNP"),
                    from: Fixture.start)
            ],
            delegations: [Self.standing(.itmo("NNP"))], successions: [Self.merger("NNP", "NEW", on: 1)])
        let midnight = Zone.paris.startOfDay(Self.epoch.adding(days: 1))
        for (instant, holders) in [(midnight.adding(milliseconds: -1), [Fixture.anna]), (midnight, [])] {
            #expect(roster.holders(of: RoleReference("DG"), in: nil, at: instant) == holders)
            #expect(roster.roles(of: Fixture.anna, at: instant) == (holders.isEmpty ? [] : ["DG"]))
            let delegates = roster.delegates(
                of: Fixture.anna, as: RoleReference("DG"), in: nil, at: instant)
            #expect(delegates == (holders.isEmpty ? [] : [Fixture.bruno]))
        }
    }

    private static func standing(_ scope: Scope) -> Delegation {
        var delegation = Fixture.delegation(scope)
        delegation.until = nil
        return delegation
    }

    @Test(
        "A reorganisation alone ends no delegation: it is worth what its grantor holds, of the files that it names"
    )
    func kept() {
        let delegations = [Fixture.delegation(.itmo("NNP"))]
        for scope in [Scope.everything, .itmo("NEW")] {
            let roster = Self.roster(
                [Fixture.grant(Fixture.anna, "DG", scope)], delegations: delegations,
                successions: [Self.merger("NNP", "NEW")])
            #expect(Fixture.delegates(roster))
        }
    }

    @Test("Mergers are followed one after the other, each from its day on")
    func chain() {
        let mergers = [Self.merger("NNP", "B", on: 2), Self.merger("B", "C", on: 1), Self.merger("X", "NNP")]
        let found = mergers.successors(of: .itmo("NNP"))
        #expect(found.map(\.scope) == [.itmo("B"), .itmo("C")])
        #expect(found.map { Self.epoch.days(to: $0.from) } == [2, 2])
        #expect(mergers.successors(of: .unit("NNP")).isEmpty)
    }

    @Test("A chain that bites its tail, which the register refuses, ends all the same")
    func cycle() {
        let mergers = [Self.merger("A", "B"), Self.merger("B", "C"), Self.merger("C", "B")]
        #expect(mergers.successors(of: .itmo("A")).map(\.scope) == [.itmo("B"), .itmo("C")])
    }
}
