import Expressions

/// An environment whose variables have few values, so that all of them can be tried.
enum SmallWorld {
    static let environment = Environment(
        variables: [
            "a": .int, "b": .int, "c": .int, "p": .bool, "q": .bool, "s": .string, "t": .string,
            "vars": .map(.string, .dyn), "event": .map(.string, .dyn), "list": .list(.int),
        ],
        functions: [
            Function("even", [.int], .bool) { arguments throws(Function.Failure) in
                guard case .int(let number)? = arguments.first, number < 3 else {
                    throw Function.Failure("Too much.")
                }
                return .bool(number.isMultiple(of: 2))
            }
        ],
        domains: Domains([
            "event.grade": Domain(.string, choices: ["A", "B", "C"], isRequired: true),
            "event.sure": Domain(.bool, isRequired: false),
        ]))

    /// Values of each leaf; nil for a field that is not there.
    static let choices: [(path: [String], values: [Value?])] = [
        (["a"], [0, 1, 2]), (["b"], [0, 1, 2]), (["c"], [0, 2, 3]), (["p"], [false, true]),
        (["q"], [false, true]), (["s"], ["x", "y"]), (["t"], ["x", "z"]),
        (["vars", "n"], [nil, 1, 2, "x", true]), (["vars", "m"], [nil, .object([:]), .object(["k": 1]), 1]),
        (["event", "grade"], ["A", "B", "C"]), (["event", "sure"], [nil, false, true]),
        (["list"], [.list([]), .list([1]), .list([1, 3])]),
    ]

    /// Every combination of values of the leaves that are named, the rest at their first value; nil when
    /// there are more than `limit`.
    static func bindings(varying names: Set<String>, limit: Int) -> [[String: Value]]? {
        let varied = choices.filter { names.contains($0.path.joined(separator: ".")) }
        guard varied.reduce(1, { $0 * $1.values.count }) <= limit else { return nil }
        var all: [[String: [String: Value]]] = [["": [:], "vars": [:], "event": [:]]]
        for choice in choices {
            let isVaried = names.contains(choice.path.joined(separator: "."))
            let values = isVaried ? choice.values : [choice.values[0]]
            all = all.flatMap { world in values.map { set($0, choice.path, world) } }
        }
        return all.map { world in
            var bindings = world[""] ?? [:]
            bindings["vars"] = .object(world["vars"] ?? [:])
            bindings["event"] = .object(world["event"] ?? [:])
            return bindings
        }
    }

    private static func set(
        _ value: Value?, _ path: [String], _ world: [String: [String: Value]]
    ) -> [String: [String: Value]] {
        var world = world
        world[path.count == 1 ? "" : path[0], default: [:]][path[path.count - 1]] = value
        return world
    }

    /// The leaves that an expression mentions.
    static func names(in source: String) -> Set<String> {
        Set(
            choices.map { $0.path.joined(separator: ".") }.filter { name in
                source.split(whereSeparator: { !($0.isLetter || $0 == "." || $0 == "_") })
                    .contains { $0 == name || $0.hasPrefix(name + ".") }
            })
    }
}
