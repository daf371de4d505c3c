/// The standard library of the language (langdef "List of Standard Definitions"), but for what needs type
/// parameters: equality, `in`, indexing and list concatenation.
enum Standard {
    static let overloads: [String: [Overload]] = operators.merging(functions) { $0 + $1 }

    /// Signatures of the binary operators, by sign; the unary ones are `!_` and `-_`.
    private static let operators: [String: [Overload]] = [
        "+": same([.int, .uint, .double, .string, .bytes, .duration], .add) + [
            Overload([.timestamp, .duration], .timestamp, .add),
            Overload([.duration, .timestamp], .timestamp, .add),
        ],
        "-": same([.int, .uint, .double, .duration], .subtract) + [
            Overload([.timestamp, .timestamp], .duration, .subtract),
            Overload([.timestamp, .duration], .timestamp, .subtract),
        ],
        "*": same([.int, .uint, .double], .multiply),
        "/": same([.int, .uint, .double], .divide),
        "%": same([.int, .uint], .modulo),
        "<": ordered(.less), "<=": ordered(.lessOrEqual),
        ">": ordered(.greater), ">=": ordered(.greaterOrEqual),
        "!_": [Overload([.bool], .bool, .not)],
        "-_": [Overload([.int], .int, .negate), Overload([.double], .double, .negate)],
    ]

    private static let functions: [String: [Overload]] = {
        var all: [String: [Overload]] = [
            "size": [CELType.string, .bytes, .list(.dyn), .map(.dyn, .dyn)].flatMap { type in
                [Overload([type], .int, .size), Overload([type], .int, .size, receiver: true)]
            },
            "contains": [Overload([.string, .string], .bool, .contains, receiver: true)],
            "startsWith": [Overload([.string, .string], .bool, .startsWith, receiver: true)],
            "endsWith": [Overload([.string, .string], .bool, .endsWith, receiver: true)],
            "matches": [
                Overload([.string, .string], .bool, .matches, receiver: true),
                Overload([.string, .string], .bool, .matches),
            ],
            "type": [Overload([.dyn], .type, .type)],
            "dyn": [Overload([.dyn], .dyn, .dyn)],
        ]
        for (name, result, operation, sources) in conversions {
            all[name] = sources.map { Overload([$0], result, operation) }
        }
        for part in TimePart.allCases { all[part.rawValue] = overloads(of: part) }
        return all
    }()

    private static let conversions: [(String, CELType, Operation, [CELType])] = [
        ("bool", .bool, .toBool, [.bool, .string]),
        ("int", .int, .toInt, [.int, .uint, .double, .string, .timestamp]),
        ("uint", .uint, .toUint, [.uint, .int, .double, .string]),
        ("double", .double, .toDouble, [.double, .int, .uint, .string]),
        ("bytes", .bytes, .toBytes, [.bytes, .string]),
        ("timestamp", .timestamp, .toTimestamp, [.timestamp, .string, .int]),
        ("duration", .duration, .toDuration, [.duration, .string]),
        (
            "string", .string, .toString,
            [.string, .int, .uint, .double, .bool, .bytes, .timestamp, .duration]
        ),
    ]

    private static func overloads(of part: TimePart) -> [Overload] {
        let ofTimestamps = [[CELType.timestamp], [.timestamp, .string]]
        return (ofTimestamps + (part.isOfDurations ? [[.duration]] : []))
            .map { Overload($0, .int, .part(part), receiver: true) }
    }

    private static func same(_ types: [CELType], _ operation: Operation) -> [Overload] {
        types.map { Overload([$0, $0], $0, operation) }
    }

    private static func ordered(_ operation: Operation) -> [Overload] {
        let numbers: [CELType] = [.int, .uint, .double]
        let mixed = numbers.flatMap { left in numbers.map { Overload([left, $0], .bool, operation) } }
        let others: [CELType] = [.bool, .string, .bytes, .timestamp, .duration]
        return mixed + others.map { Overload([$0, $0], .bool, operation) }
    }
}
