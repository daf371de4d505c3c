import Expressions
import Testing

@Suite("The bound of what an evaluation costs")
struct CostBoundTests {
    private static let environment = Environment(
        variables: ["parties": .list(.object("Party")), "former": .list(.object("Party")), "code": .string],
        objects: ["Party": ["id": .string, "name": .string, "home": .bool]])

    private static let sizes = CostSizes(lists: ["parties": 24, "former": 24], other: 40, text: 256)

    /// Parties of the assumed sizes that differ in the last letter alone.
    private static let parties = Value.list(
        (0..<24).map { number in
            let id = "\(String(repeating: "x", count: 62))\(number % 10)"
            let name = String(repeating: "a", count: 120) + "\(number)"
            return ["id": .string(id), "name": .string(name), "home": false]
        })

    private static let sources = [
        "parties.all(p, parties.exists(q, q.id == p.id))", "parties == former", "parties != former",
        "parties.all(p, !p.name.matches('b{200}'))", "parties.all(p, !p.name.matches(code))",
        "parties.all(p, p in former)", "parties.all(p, former.all(q, p == q || p != q))",
        "parties + former == former + parties", "parties.all(p, !p.name.contains(code))",
        "parties.all(p, p.name + p.name != code)", "parties.all(p, size(p.name) < 200)",
        "parties.filter(p, p.home) == parties.filter(p, !p.home)", "!(code in ['a', 'b', 'c'])",
    ]

    @Test("No evaluation of values of the assumed sizes costs more", arguments: sources)
    func bound(source: String) throws {
        let program = try Self.environment.compile(source)
        let bound = program.costBound(Self.sizes, knowing: Knowledge())
        let cost = program.evaluate([
            "parties": Self.parties, "former": Self.parties,
            "code": .string(String(repeating: "b", count: 60)),
        ]).cost
        #expect(cost <= bound)
        #expect(cost > min(bound, program.costLimit) / 20, "a bound of \(bound) says nothing of \(cost)")
    }

    @Test(
        "What is slow for its texts alone is beyond the limit",
        arguments: [
            ("parties.all(p, p.name.matches('b{500}'))", true),
            ("parties.all(p, p.name.matches('b'))", false),
            ("parties.all(p, parties.all(q, p == q || p.home))", true),
            ("parties.all(p, parties.all(q, p.home || q.home))", false),
        ])
    func texts(source: String, isBeyond: Bool) throws {
        let program = try Self.environment.compile(source)
        let bound = program.costBound(Self.sizes, knowing: Knowledge())
        #expect((bound > program.costLimit) == isBeyond, "\(bound)")
    }
}
