import Expressions

/// A small environment as a product would declare it, with values for it.
enum Guards {
    static let environment = Environment(
        variables: [
            "call": .object("Call"), "dossier": .object("Dossier"), "visas": .list(.object("Visa")),
            "now": .timestamp, "amounts": .map(.string, .int), "note": .nullable(.string), "n": .int,
            "anything": .dyn, "active": .list(.string), "years": .map(.int, .int),
            "tables": .map(.string, .map(.int, .object("Call"))),
        ],
        objects: [
            "Call": ["closesAt": .timestamp, "opensAt": .timestamp, "year": .int],
            "Dossier": ["complete": .bool, "title": .string, "call": .object("Call")],
            "Visa": ["kind": .string, "given": .bool],
        ],
        functions: [
            Function("isOpen", receiver: true, [.object("Call"), .timestamp], .bool) { arguments in
                guard case .map(let call) = arguments[0], let closes = call["closesAt"],
                    case .timestamp(let end) = closes, case .timestamp(let now) = arguments[1]
                else { return false }
                return .bool(now < end)
            },
            Function("In", [.string], .bool, reading: ["active"]) { arguments in
                guard case .list(let states) = arguments[1] else { return false }
                return .bool(states.contains(arguments[0]))
            },
            Function("fails", [], .bool) { _ throws(Function.Failure) in throw Function.Failure("It fails.")
            },
        ],
        zones: Environment.systemZones)

    static let bindings: [String: Value] = [
        "call": ["closesAt": time("2012-03-01T16:00:00Z"), "year": 2012],
        "dossier": ["complete": true, "title": "Paludisme", "call": .null],
        "visas": [["kind": "DU", "given": true], ["kind": "DR", "given": false]],
        "now": time("2012-02-01T00:00:00Z"), "amounts": ["a": 1, "b": 2], "note": .null, "n": 3,
        "anything": ["x": ["y": 1], "odd name": 2], "active": ["draft"],
        "years": .map(ValueMap(pairs: [(.int(1), 2)]) ?? ValueMap()), "tables": ["a": [:]],
    ]

    static func time(_ text: String) -> Value {
        Value.Timestamp(text: text).map(Value.timestamp) ?? .null
    }

    static func evaluate(
        _ source: String, expecting: CELType? = nil, limits: Limits = .guards
    ) throws -> Evaluation {
        try environment.compile(source, expecting: expecting, limits: limits).evaluate(bindings)
    }

    /// The error of a source that must not compile.
    static func refusal(
        of source: String, expecting: CELType? = nil, limits: Limits = .guards
    ) -> ExpressionError? {
        do throws(ExpressionError) {
            _ = try environment.compile(source, expecting: expecting, limits: limits)
            return nil
        } catch {
            return error
        }
    }
}
