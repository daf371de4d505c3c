import Agreements
import FoundationEssentials
import Testing

@Suite("Who holds which role")
struct RosterTests {
    static let (anna, bruno, carla) = (person(1), person(2), person(3))
    static let start = Instant(millisecondsSinceEpoch: 1_000_000)
    static let end = Instant(millisecondsSinceEpoch: 2_000_000)
    static let middle = Instant(millisecondsSinceEpoch: 1_500_000)

    static func person(_ number: UInt8) -> Person.ID { identifier(number) }

    static func identifier<Subject>(_ number: UInt8) -> Identifier<Subject> {
        Identifier(UUID(uuid: (0, 0, 0, 0, 0, 0, 64, 0, 128, 0, 0, 0, 0, 0, 0, number)))
    }

    static func grant(_ person: Person.ID, _ role: String, _ scope: Scope = .everything) -> Grant {
        Grant(id: identifier(90), person: person, role: role, scope: scope, from: start, until: end)
    }

    static func delegation(_ scope: Scope = .everything, role: String = "DG") -> Delegation {
        Delegation(
            id: identifier(91), grantor: anna, grantee: bruno, role: role, scope: scope, from: start,
            until: end)
    }

    static func roster(
        _ grants: [Grant], delegations: [Delegation] = [], assigned: [RoleAssignment] = [],
        inactive: [Person.ID] = []
    ) -> Roster {
        var agreement = Agreement(
            id: identifier(99), workflow: "lia", version: "1", instrument: "LIA", headHash: "")
        agreement.unit = "U1"
        agreement.itmo = "NNP"
        agreement.assignments = assigned
        agreement.parties = [
            Party(id: "inserm", name: "I", country: "FR", kind: .epst, home: true),
            Party(id: "snu", name: "S", country: "KR", kind: .foreign, home: false),
            Party(id: "paris", name: "P", country: "FR", kind: .epscp, home: false),
        ]
        let people = [anna, bruno, carla].map { ($0, Person(id: $0, active: !inactive.contains($0))) }
        return Roster(
            agreement,
            facts: Facts(
                now: middle, institution: "inserm", people: Dictionary(uniqueKeysWithValues: people),
                grants: grants,
                delegations: delegations))
    }

    static func circuit(_ party: String) -> Process {
        Process(path: "life/c/\(party)", definition: "c", name: "c", item: ["party": ["id": .string(party)]])
    }

    @Test(
        "A grant holds from its first instant on, and no longer at its last",
        arguments: [(-1, false), (0, true), (999_999, true), (1_000_000, false)])
    func dates(_ offset: Int64, _ holds: Bool) {
        let roster = Self.roster([Self.grant(Self.anna, "DG")])
        let instant = Self.start.adding(milliseconds: offset)
        #expect(roster.holds(Self.anna, RoleReference("DG"), in: nil, at: instant) == holds)
    }

    static let scopes: [(Scope, Bool)] = [
        (.everything, true), (.unit("U1"), true), (.unit("U2"), false), (.itmo("NNP"), true),
        (.itmo("CAN"), false),
        (Scope("instrument:LIA"), true), (Scope("instrument:LEA"), false), (.agreement(identifier(99)), true),
        (.agreement(identifier(98)), false), (.party("snu"), false),
    ]

    @Test(
        "A grant counts where its scope covers the agreement; one of a party is no role of the whole",
        arguments: scopes)
    func scope(_ scope: Scope, _ covers: Bool) {
        let roster = Self.roster([Self.grant(Self.anna, "DU", scope)])
        #expect(
            roster.holders(of: RoleReference("DU"), in: nil, at: Self.middle) == (covers ? [Self.anna] : []))
    }

    @Test("An assignment narrows its role to the assignees")
    func assignment() {
        let grants = [
            Self.grant(Self.anna, "EXP"), Self.grant(Self.bruno, "EXP"), Self.grant(Self.anna, "DG"),
        ]
        let roster = Self.roster(grants, assigned: [RoleAssignment(role: "EXP", person: Self.carla)])
        #expect(roster.holders(of: RoleReference("EXP"), in: nil, at: Self.middle) == [Self.carla])
        #expect(roster.holders(of: RoleReference("DG"), in: nil, at: Self.middle) == [Self.anna])
    }

    @Test(
        "Whom a file names in an office has the role while in it; then it passes with the office, to all who are in it"
    )
    func office() {
        var ended = Self.grant(Self.anna, "DU")
        ended.until = Self.middle
        var later = Self.grant(Self.carla, "DU")
        (later.id, later.from) = (Self.identifier(93), Self.middle)
        let roster = Self.roster(
            [ended, later, Self.grant(Self.bruno, "DU", .unit("U1"))],
            assigned: [RoleAssignment(role: "DU", person: Self.anna)])
        let before = Self.middle.adding(milliseconds: -1)
        #expect(roster.holders(of: RoleReference("DU"), in: nil, at: before) == [Self.anna])
        #expect(
            roster.holders(of: RoleReference("DU"), in: nil, at: Self.middle) == [Self.carla, Self.bruno])
        #expect(roster.roles(of: Self.anna, at: before) == ["DU"])
        #expect(roster.roles(of: Self.anna, at: Self.middle).isEmpty)
    }

    @Test("What a file gives somebody of their own stays theirs when a mandate of that name ends")
    func ownRole() {
        let roster = Self.roster(
            [Self.grant(Self.anna, "PI_FR", .unit("U2")), Self.grant(Self.bruno, "PI_FR")],
            assigned: [RoleAssignment(role: "PI_FR", person: Self.anna)])
        #expect(roster.holders(of: RoleReference("PI_FR"), in: nil, at: Self.middle) == [Self.anna])
    }

    @Test("Who is not active holds nothing, by grant or by assignment")
    func inactive() {
        let roster = Self.roster(
            [Self.grant(Self.anna, "DG")], assigned: [RoleAssignment(role: "EXP", person: Self.anna)],
            inactive: [Self.anna])
        #expect(roster.holders(of: RoleReference("DG"), in: nil, at: Self.middle).isEmpty)
        #expect(roster.holders(of: RoleReference("EXP"), in: nil, at: Self.middle).isEmpty)
        #expect(roster.roles(of: Self.anna, at: Self.middle).isEmpty)
    }

    static let narrowings: [(RoleReference.Narrowing, [Person.ID])] = [
        (.party, [bruno]), (.otherParties, [anna, carla]), (.foreignParties, [bruno]),
        (.parties, [anna, bruno, carla]),
        (.agreement, []),
    ]

    @Test("A role of a party is held by grants of that party's scope only", arguments: narrowings)
    func parties(_ of: RoleReference.Narrowing, _ people: [Person.ID]) {
        let roster = Self.roster([
            Self.grant(Self.anna, "SIG", .party("inserm")), Self.grant(Self.bruno, "SIG", .party("snu")),
            Self.grant(Self.carla, "SIG", .party("paris")),
        ])
        let holders = roster.holders(
            of: RoleReference("SIG", of: of), in: Self.circuit("snu"), at: Self.middle)
        #expect(holders == people)
    }

    @Test("A grant for everything makes nobody a signatory of a party")
    func wholesale() {
        let roster = Self.roster([Self.grant(Self.anna, "SIG")])
        #expect(
            roster.holders(of: RoleReference("SIG", of: .party), in: Self.circuit("snu"), at: Self.middle)
                .isEmpty)
    }

    @Test("The person of a process holds its role only if they hold it")
    func person() {
        let process = Process(
            path: "life/r/1", definition: "r", name: "r", item: ["expert": .string(Self.anna.description)])
        let role = RoleReference("EXP", of: .person)
        #expect(Self.roster([]).holders(of: role, in: process, at: Self.middle).isEmpty)
        let granted = [Self.grant(Self.anna, "EXP"), Self.grant(Self.bruno, "EXP")]
        #expect(Self.roster(granted).holders(of: role, in: process, at: Self.middle) == [Self.anna])
    }

    static func delegates(
        _ roster: Roster, from: Person.ID = anna, to: Person.ID = bruno, at: Instant = middle
    ) -> Bool {
        roster.delegation(from: from, to: to, as: RoleReference("DG"), in: nil, at: at) != nil
    }

    @Test("A delegation is worth what its grantor holds at that instant")
    func delegation() {
        let held = [Self.grant(Self.anna, "DG")]
        #expect(Self.delegates(Self.roster(held, delegations: [Self.delegation()])))
        #expect(!Self.delegates(Self.roster([], delegations: [Self.delegation()])))
        #expect(!Self.delegates(Self.roster(held, delegations: [Self.delegation()], inactive: [Self.anna])))
        #expect(!Self.delegates(Self.roster(held, delegations: [Self.delegation()], inactive: [Self.bruno])))
        #expect(!Self.delegates(Self.roster(held, delegations: [Self.delegation(role: "INT")])))
        #expect(!Self.delegates(Self.roster(held, delegations: [Self.delegation()]), at: Self.end))
    }

    @Test("A revoked delegation holds until it was revoked")
    func revoked() {
        var delegation = Self.delegation()
        delegation.revokedAt = Self.middle
        let roster = Self.roster([Self.grant(Self.anna, "DG")], delegations: [delegation])
        #expect(Self.delegates(roster, at: Self.middle.adding(milliseconds: -1)))
        #expect(!Self.delegates(roster, at: Self.middle))
    }

    @Test("Nobody passes on what was delegated to them, and nobody delegates to themselves")
    func chain() {
        var second = Self.delegation()
        (second.grantor, second.grantee) = (Self.bruno, Self.carla)
        var own = Self.delegation()
        own.grantee = Self.anna
        let roster = Self.roster(
            [Self.grant(Self.anna, "DG")], delegations: [Self.delegation(), second, own])
        #expect(!Self.delegates(roster, from: Self.bruno, to: Self.carla))
        #expect(!Self.delegates(roster, from: Self.anna, to: Self.carla))
        #expect(!Self.delegates(roster, from: Self.anna, to: Self.anna))
    }

    @Test(
        "A delegation for one party is worth nothing for another",
        arguments: [("snu", true), ("paris", false)])
    func delegatedParty(_ party: String, _ holds: Bool) {
        let roster = Self.roster(
            [Self.grant(Self.anna, "SIG", .party("snu")), Self.grant(Self.anna, "SIG", .party("paris"))],
            delegations: [Self.delegation(.party("snu"), role: "SIG")])
        let delegation = roster.delegation(
            from: Self.anna, to: Self.bruno, as: RoleReference("SIG", of: .party), in: Self.circuit(party),
            at: Self.middle)
        #expect((delegation != nil) == holds)
    }
}
