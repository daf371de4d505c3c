import Agreements
import TestSupport

/// A file of the small workflow with people, rights and absences of all sorts, from a seed.
struct StaffingStory {
    private var random: SplitMix64
    private static let people = Array(House.everyone.prefix(6))
    private static let scopes: [Scope] = [
        .everything, .everything, .unit("U1151"), .unit("U1"), .unit("U2"), .itmo("NNP"), .itmo("B"),
        .party("snu"), .party("inserm"), .agreement(Bench.id), Scope("instrument:TST"),
    ]
    private static let roles = ["PI_FR", "INT", "DG", "EXP", "SIG", "PART"]

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func bench(_ proposed: Bench) throws -> Bench {
        var bench = proposed
        let acts = Int.random(in: 0...4, using: &random)
        if acts > 0 { try bench.act("submit", by: House.lead) }
        if acts > 1 {
            try bench.act(
                "assign", by: House.office, input: ["expert": .string(any(Self.people).description)])
        }
        if acts > 2 { try bench.act("select", by: House.director) }
        if acts > 3 { try bench.act("sign", by: House.rector, process: "circuit/snu") }
        bench.facts.now = House.instant("2016-04-\(any(["01", "10", "28"]))T\(any(["09:00", "17:30"]))")
        bench.facts.grants = times(12) { $0.grant() }
        bench.facts.delegations = times(8) { $0.delegation() }
        bench.facts.absences = times(6) { $0.absence() }
        bench.facts.successions = Array(
            [
                Succession(kind: .unit, from: "U1151", into: "U1", on: day()),
                Succession(kind: .unit, from: "U1", into: "U2", on: day()),
            ].prefix(Int.random(in: 0...2, using: &random)))
        for role in ["DG", "INT", "PART"] where any([true, false, false]) {
            bench.agreement?.assignments.append(RoleAssignment(role: role, person: any(Self.people)))
        }
        if Int.random(in: 0...3, using: &random) == 0 {
            bench.facts.people[any(Self.people)]?.active = false
        }
        return bench
    }

    private mutating func any<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &random)]
    }

    private mutating func times<Item>(_ most: Int, _ make: (inout Self) -> Item) -> [Item] {
        (0..<Int.random(in: 0...most, using: &random)).map { _ in make(&self) }
    }

    private mutating func day() -> Day {
        House.day("2016-03-25").adding(days: Int.random(in: 0...70, using: &random))
    }

    /// At midnight or in the middle of a day.
    private mutating func instant() -> Instant {
        Zone.paris.startOfDay(day()).adding(milliseconds: any([0, 0, 1, 9 * 3_600_000, 15 * 3_600_000]))
    }

    private mutating func end() -> Instant? { any([true, false]) ? instant() : nil }

    private mutating func grant() -> Grant {
        Grant(
            id: House.identifier(0), person: any(Self.people), role: any(Self.roles), scope: any(Self.scopes),
            from: instant(), until: end())
    }

    private mutating func delegation() -> Delegation {
        Delegation(
            id: House.identifier(50), grantor: any(Self.people), grantee: any(Self.people),
            role: any(Self.roles), scope: any(Self.scopes), from: instant(), until: end(),
            revokedAt: any([false, false, true]) ? instant() : nil)
    }

    private mutating func absence() -> Absence {
        let from = day()
        return Absence(
            id: House.identifier(40), person: any(Self.people), from: from,
            until: from.adding(days: Int.random(in: -1...12, using: &random)))
    }
}
