import Expressions
import Testing

@Suite("What is certain of guards before they run")
struct GuardLogicTests {
    private static let environment = Environment(
        variables: [
            "n": .int, "m": .int, "k": .int, "p": .bool, "day": .string, "other": .string, "now": .timestamp,
            "call": .object("Call"), "parties": .list(.object("Party")), "vars": .map(.string, .dyn),
            "event": .map(.string, .dyn), "param": .map(.string, .dyn),
        ],
        objects: [
            "Call": ["opensAt": .timestamp, "closesAt": .timestamp], "Party": ["home": .bool, "id": .string],
        ],
        domains: Domains(
            [
                "event.grade": Domain(.string, choices: ["A+", "A", "B", "C"], isRequired: true),
                "event.at": Domain(.string, isInstant: true, isRequired: true),
            ],
            orderings: [Domains.Ordering("call.opensAt", "call.closesAt")], unbound: ["call"]))

    private static let knowledge = Knowledge(
        values: ["param": ["limit": 3, "countries": []], "vars.known": "x"], absent: ["vars.unset"])

    private func truth(_ source: String) throws -> Truth {
        try Self.environment.compile(source).truth(knowing: Self.knowledge)
    }

    @Test(
        "A contradiction never holds",
        arguments: [
            "p && !p", "n > 5 && n < 3", "n < m && m < k && k < n", "n > 1 && n < 2",
            "n >= 1 && n <= 2 && n != 1 && n != 2", "day == 'a' && day == 'b'", "day < other && other < day",
            "event.grade == 'D'", "event.grade in ['A', 'B'] && event.grade in ['C']",
            "call.opensAt > call.closesAt", "now < call.opensAt && now > call.closesAt", "size(parties) < 0",
            "parties.exists(p, p.home) && parties.all(q, !q.home)", "has(vars.x) && !has(vars.x)",
            "vars.unset == 1", "!vars.unset", "vars.known == 'y'", "has(vars.unset)", "param.limit > 3",
            "vars.x == 'a' && vars.x > 1", "vars.x == 1 && vars.x.y == 2 && has(vars.z) && !has(vars.z)",
            "size(param.countries) > 0", "day in []", "(p ? n : m) < 2 && p && n > 3", "param.none == 1",
            "n == m && m == k && n != k", "(n > 5) == p && n > 5 && !p",
            "(n > 5) != (m > 2) && n > 5 && m > 3",
            "n + 1 > 2 && !(n + 1 > 2)",
        ])
    func fails(source: String) throws {
        #expect(try truth(source) == .fails)
    }

    @Test(
        "What covers everything always holds",
        arguments: [
            "p || !p", "n > 1 || n <= 1", "n < m || m <= n", "event.grade in ['A+', 'A', 'B', 'C']",
            "event.grade == 'A' || event.grade != 'A'", "size(parties) >= 0", "param.limit == 3",
            "vars.known == 'x'", "!has(vars.unset)", "has(vars.unset) ? false : true", "has(param.limit)",
            "size(param.countries) == 0 || parties.all(p, p.id in param.countries)", "!(n < m) || !(m < n)",
            "day <= other || other <= day", "'limit' in param",
            "parties.all(p, p.home) || parties.exists(p, !p.home)", "n + 1 > n", "2 * n != 7",
            "n - 1 < 4 || 3 * n >= 13", "-n < 3 || n + 2 <= 0", "n + 1 <= m || m - 1 < n",
            "!parties.exists(p, p.home && p.id == 'a') || parties.exists(p, p.home)",
            "parties.exists(p, p.home || p.id == 'a') || parties.all(p, !p.home)",
            "timestamp(event.at) < now || timestamp(event.at) >= now",
        ])
    func holds(source: String) throws {
        #expect(try truth(source) == .holds)
    }

    @Test(
        "What depends on values stays open",
        arguments: [
            "p", "n > 5", "vars.x == 1 || vars.x != 1", "call.opensAt <= call.closesAt",
            "event.grade == 'A'", "parties.exists(p, p.home)", "n * n >= 0", "vars.x < 1 || vars.x >= 1",
            "has(vars.known.x)", "10 / n > 1",
        ])
    func open(source: String) throws {
        // `vars.known` is a text, so that `has(vars.known.x)` has no value, and never holds.
        let expected = source == "has(vars.known.x)" ? Truth.fails : .open
        #expect(try truth(source) == expected)
    }

    @Test(
        "A witness makes the guards so",
        arguments: [
            ("n > 5 && n < 9", "n == 6"), ("event.grade != 'A'", "event.grade == 'B'"),
            ("day > '2016-01-01' && day < '2016-02-01'", "day == '2016-01-02'"),
            ("size(parties) > 1", "size(parties) == 2"), ("has(vars.x) && vars.x == 'a'", "p"),
            ("n < m && m < k", "n == 0 && m == 1"), ("n * n == 9", "n == 2"),
            ("n + 2 == m && m > 5", "n == 4"), ("n * 3 > 10", "n == 4"),
            ("now > call.opensAt && now < call.closesAt", "p && n == 77"),
            ("parties.exists(p, p.home)", "size(parties) > 5"), ("vars.x > 3", "vars.x == 4"),
            ("has(vars.a) && has(vars.a.b) && vars.a.b == 2", "vars.a.b == 3"),
        ])
    func witness(holding: String, failing: String) throws {
        let programs = try [holding, failing].map { try Self.environment.compile($0) }
        let answer = GuardLogic.satisfiability(
            allOf: [[programs[0]]], noneOf: [[programs[1]]], knowing: Knowledge())
        guard case .yes = answer else {
            Issue.record("\(answer)")
            return
        }
    }

    @Test(
        "Fields that are read without a test are named",
        arguments: [
            ("vars.x == 1", ["vars.x"]), ("has(vars.x) && vars.x == 1", []),
            ("vars.x == 1 && has(vars.x)", []),
            ("!has(vars.x) || vars.x == 1", []), ("has(vars.x) ? vars.x == 1 : p", []),
            ("has(vars.x) ? p : vars.x == 1", ["vars.x"]), ("has(vars.x) || vars.x == 1", ["vars.x"]),
            ("has(vars.x) && (vars.x == 1 || vars.y == 2)", ["vars.y"]), ("'x' in vars && vars.x == 1", []),
            ("vars['x'] == 1", ["vars.x"]), ("has(vars.x.y) && vars.x.y == 1", ["vars.x", "vars.x"]),
            ("has(vars.x) && has(vars.x.y) && vars.x.y == 1", []), ("event.grade == 'A'", []),
            ("parties.all(p, p.home || vars.x == 1)", ["vars.x"]), ("call.opensAt < now", []),
            ("(has(vars.x) && p) && vars.x == 1", []), ("!(has(vars.x) && p) || vars.x == 1", []),
            ("!(has(vars.x) || p) || vars.x == 1", ["vars.x"]),
        ] as [(String, [String])])
    func selections(source: String, paths: [String]) throws {
        #expect(try Self.environment.compile(source).untestedSelections.map(\.dotted) == paths)
    }

    @Test(
        "What can have no value is named, unless a test beside it excludes that",
        arguments: [
            ("10 / n > 1", 1), ("n != 0 && 10 / n > 1", 0), ("n == 0 || 10 % n > 1", 0),
            ("n > 0 ? 1 / n > 1 : p", 0),
            ("n >= 0 && 10.0 / double(n) > 1.0", 0), ("n >= 0 && 10 / n > 1", 1), ("10 / 2 > 1", 0),
            ("parties[0].home", 1),
            ("size(parties) > 0 && parties[0].home", 0), ("size(parties) > 1 && parties[2].home", 1),
            ("parties[n].home", 1), ("n >= 0 && n < size(parties) && parties[n].home", 0),
            ("vars[day] == 1", 1), ("day in vars && vars[day] == 1", 0), ("10 / size(parties) > 2", 1),
            ("size(parties) != 0 && 10 / size(parties) > 2", 0),
        ])
    func hazards(source: String, count: Int) throws {
        let hazards = try Self.environment.compile(source).hazards(knowing: Knowledge())
        #expect(hazards.count == count, "\(hazards)")
    }

    @Test("The assumed sizes multiply where loops nest")
    func cost() throws {
        let program = try Self.environment.compile("parties.all(p, parties.exists(q, q.id == p.id))")
        let bounds = [1, 10, 100].map {
            program.costBound(
                CostSizes(lists: ["parties": $0], other: 1, text: 64), knowing: Knowledge())
        }
        #expect(bounds[1] > bounds[0] * 10 && bounds[2] > bounds[1] * 50 && bounds[2] > program.costLimit)
        for count in [1, 10] {
            let parties = Value.list((0..<count).map { ["id": .string("p\($0)"), "home": false] })
            let cost = program.evaluate(["parties": parties]).cost
            #expect(cost <= bounds[count == 1 ? 0 : 1])
        }
    }
}
